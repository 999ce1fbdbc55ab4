import type { BrowserContext, Page } from 'playwright-core'

/** What a reader feels of a page. Times in milliseconds; the shift has no unit. */
export interface Vitals {
  /** When the largest thing of the first look had been painted. */
  readonly lcp: number
  /** How long the slowest answer to a key or a click took to be seen; nothing: nobody has done anything. */
  readonly inp: number | undefined
  /** How far what was there already has moved, by the share of the window: the worst burst of it. */
  readonly cls: number
  /** What has moved, for whoever has to mend it. */
  readonly moved: readonly string[]
}

/** Begins to watch before the page does anything. */
export const watchVitals = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const seen = { lcp: 0, inp: undefined as number | undefined, cls: 0, moved: [] as string[] }
    Object.assign(globalThis, { seenVitals: seen })
    let burst = { from: 0, to: 0, sum: 0 }
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.lcp = startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, startTime, sources } = entry as PerformanceEntry & {
          value: number
          hadRecentInput: boolean
          sources: readonly { readonly node: Node | null }[]
        }
        if (hadRecentInput) continue
        for (const { node } of sources)
          if (node instanceof Element) seen.moved.push(node.outerHTML.slice(0, 60))
        const isSame = startTime - burst.to < 1_000 && startTime - burst.from < 5_000
        burst = isSame
          ? { ...burst, to: startTime, sum: burst.sum + value }
          : { from: startTime, to: startTime, sum: value }
        seen.cls = Math.max(seen.cls, burst.sum)
      }
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { duration, interactionId } = entry as PerformanceEntry & { interactionId: number }
        if (interactionId > 0) seen.inp = Math.max(seen.inp ?? 0, duration)
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
}

export const vitalsOf = (page: Page): Promise<Vitals> =>
  page.evaluate(() => Reflect.get(globalThis, 'seenVitals'))

/** A phone that reads Chinese has letters for it; a bare machine would fetch them. */
export const withoutWebFonts = (context: BrowserContext): Promise<unknown> =>
  context.route(/\/assets\/(fonts|noto)/, (route) => route.abort())

/** A phone of the middle price in a mobile network: a fourth of this machine's speed, 1.6 Mbit/s, 150 ms there and back. */
export const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await session.send('Network.enable')
  const bytes = 1_600_000 / 8
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: bytes, uploadThroughput: bytes },
  })
}
