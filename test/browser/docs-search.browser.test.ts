import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { queries } from './docs-queries.ts'
import { ensureSite, serveSite } from './site.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  ensureSite()
  browser = await launch()
  site = await serveSite()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Types it as a reader does, and gives the pages that the search shows first. */
const searched = async (page: Page, query: string): Promise<readonly string[]> => {
  const input = page.locator('#starlight__search input')
  const results = page.locator('.pagefind-ui__result-inner > .pagefind-ui__result-title a')
  await input.fill('')
  await results.first().waitFor({ state: 'detached' })
  await input.fill(query)
  await results.first().waitFor()
  // Each of them is fetched by itself: on a busy machine they come one by one, the first five of however many there are.
  const told = (await page.locator('.pagefind-ui__message').textContent()) ?? ''
  const count = Number(/(\d+) ?(?:results?|条结果)/.exec(told)?.[1] ?? 1)
  await expect.poll(() => results.count()).toBeGreaterThanOrEqual(Math.min(count, 5))
  return results.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  )
}

describe.each([
  ['en', '/'],
  ['zh-CN', '/zh-cn/'],
] as const)('The search of the documentation in %s', (locale, path) => {
  it('finds what readers look for, in their language', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(new URL(path, site.url).href)
    await page.locator('button[data-open-modal]').click()
    expect(queries[locale].length).toBeGreaterThanOrEqual(30)
    const missed: string[] = []
    for (const [query, wanted] of queries[locale]) {
      const found = await searched(page, query)
      const own = found.filter((address) => address.startsWith('/zh-cn/') === (locale === 'zh-CN'))
      if (own.length !== found.length || !found.some((address) => address.includes(wanted)))
        missed.push(`${query}: ${found.join(' ')}`)
    }
    expect(missed).toEqual([])
    const told = await page.locator('.pagefind-ui__message').textContent()
    expect(told).toMatch(locale === 'en' ? /\d+ results? for/ : /“.+”：\d+条结果/)
    expect(complaints).toEqual([])
    await page.close()
  })
})

it('A search for a code leads to its row', async () => {
  const page = await browser.newPage()
  await page.goto(site.url)
  await page.locator('button[data-open-modal]').click()
  await searched(page, 'MAKER_IS_CHECKER')
  await page.locator('.pagefind-ui__result-nested a', { hasText: 'MAKER_IS_CHECKER' }).first().click()
  await page.waitForURL(/reference\/blockers\/.*#MAKER_IS_CHECKER$/)
  expect(await page.locator(':target').textContent()).toBe('MAKER_IS_CHECKER')
  await page.close()
})
