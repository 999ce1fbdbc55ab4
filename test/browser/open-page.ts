import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { listen } from '../../src/server/node.ts'
import { launch } from './chromium.ts'
import type { InPage } from './page.ts'

const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>'

/** Serves the bundle and the worker of msw on this machine, which browsers count as secure, and opens the page. */
export const openPage = async (code: string) => {
  const worker = await readFile(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8')
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html; charset=utf-8', html],
    '/page.js': ['text/javascript; charset=utf-8', code],
    '/mockServiceWorker.js': ['text/javascript; charset=utf-8', worker],
  }
  const site = await listen(async ({ url }) => {
    const [type, body] = files[new URL(url).pathname] ?? []
    return type && body
      ? new Response(body, { headers: { 'content-type': type } })
      : new Response(null, { status: 404 })
  })
  const browser = await launch()
  const page = await browser.newPage()

  // Not 'requestfailed': Chromium counts a whole answer as aborted when it is `no-store` and read piece by piece.
  // An answer that does not come at all is an error in the console.
  /** Whatever a developer would see in red or yellow. */
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))

  const answers: { origin: string; byWorker: boolean }[] = []
  page.on('response', (response) =>
    answers.push({ origin: new URL(response.url()).origin, byWorker: response.fromServiceWorker() }),
  )

  await page.goto(site.url)
  return {
    complaints,
    answers,
    /** Calls a function of page.ts; what goes in and comes out passes through JSON. */
    ask: <Name extends keyof InPage>(
      name: Name,
      ...args: Parameters<InPage[Name]>
    ): Promise<Awaited<ReturnType<InPage[Name]>>> =>
      page.evaluate(
        ({ name, args }) =>
          Reflect.apply(Reflect.get(Reflect.get(globalThis, 'inPage'), name), undefined, args),
        { name, args },
      ),
    close: async (): Promise<void> => {
      await browser.close()
      await site.close()
    },
  }
}
