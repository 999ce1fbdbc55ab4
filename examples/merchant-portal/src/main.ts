import * as z from 'zod'
import { firstLocale, loadLanguage, loadRest } from './words/language.ts'

// Before any schema is made: under the policy of the page nothing makes code of text, nor tries whether it may.
z.config({ jitless: true })

// All are on their way at once: on a slow network one after the other would cost a second.
const language = loadLanguage(firstLocale())
if (location.pathname.startsWith(`${import.meta.env.BASE_URL}t/`)) {
  void loadRest(firstLocale())
  void import('./case-pages.tsx')
}
const { start } = await import('./start.tsx')
await start(await language)
