import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import type { Language } from './words/language.ts'
import { WordsProvider } from './words/use-words.tsx'
import './portal.css'

/** In mock mode a back end of its own lives in the page, behind a service worker; it is loaded in that mode alone. */
const answerInPage = async (): Promise<void> => {
  const { startMock } = await import('../mock/start.ts')
  await startMock()
}

export const start = async (first: Language): Promise<void> => {
  if (import.meta.env.MODE === 'mock') await answerInPage()
  document.documentElement.lang = first.locale
  const root = document.getElementById('root')
  if (root)
    createRoot(root).render(
      <StrictMode>
        <WordsProvider first={first}>
          <App />
        </WordsProvider>
      </StrictMode>,
    )

  // Chinese for machines that have none, after the first paint: where a Chinese font is, nothing of it is fetched.
  requestAnimationFrame(() => requestAnimationFrame(() => void import('./fonts.ts')))
}
