import type { Browser, Page } from 'playwright-core'
import { slowDown, vitalsOf, watchVitals, withoutWebFonts } from '../../test/browser/vitals.ts'
import { Cost } from '../compare.ts'

/** As a phone of the middle price sees it in a mobile network, with nothing remembered. */
const visit = async (browser: Browser, person: string | undefined, act: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 360, height: 800 } })
  await watchVitals(context)
  context.setDefaultTimeout(300_000)
  await withoutWebFonts(context)
  if (person) await context.addInitScript((id) => sessionStorage.setItem('portal:person', id), person)
  const page = await context.newPage()
  await slowDown(page)
  await act(page)
  // What is painted or answered last is told a moment later.
  await page.waitForTimeout(500)
  const vitals = await vitalsOf(page)
  await context.close()
  return vitals
}

/** Milliseconds of each look, by what was looked at, for who wants to know them in this machine's own time. */
export const looks = new Map<string, number[]>()

const seenAs = (name: string, milliseconds: number): Cost => {
  looks.set(name, [...(looks.get(name) ?? []), milliseconds])
  return new Cost(milliseconds, milliseconds)
}

export interface Look {
  readonly name: string
  readonly url: string
  readonly person?: string
  /** What has to be there before it counts as seen. */
  readonly until: string
  /** What somebody does then. */
  readonly acts?: (page: Page) => Promise<void>
}

/** Until the largest thing of the first look is painted. */
export const paint = async (browser: Browser, { name, url, person, until }: Look): Promise<Cost> => {
  const { lcp } = await visit(browser, person, async (page) => {
    await page.goto(url)
    await page.locator(until).first().waitFor()
  })
  return seenAs(name, lcp)
}

/** The slowest of all answers to what somebody does. */
export const answer = async (browser: Browser, { name, url, person, until, acts }: Look): Promise<Cost> => {
  const { inp } = await visit(browser, person, async (page) => {
    await page.goto(url)
    await page.locator(until).first().waitFor()
    await acts?.(page)
  })
  if (inp === undefined) throw new Error(`${name}: nothing was answered`)
  return seenAs(name, inp)
}
