import { setupWorker } from 'msw/browser'
import { mswHandlers } from 'terminal-lifecycle/testing/msw'
import { seededHouse } from './seed.ts'

/** The page's own back end: what is sent below `/v1` is answered here, and forgotten when the page is loaded again. */
export const startMock = async (): Promise<void> => {
  const { handle, runtime } = await seededHouse()
  // Orders go on being carried out, and clocks run, as long as the page is there.
  void runtime.run({ signal: new AbortController().signal })
  const worker = setupWorker(...mswHandlers(handle, { side: 'portal' }))
  const url = `${import.meta.env.BASE_URL}mockServiceWorker.js`
  await worker.start({ serviceWorker: { url }, onUnhandledFrame: 'bypass', quiet: true })
}
