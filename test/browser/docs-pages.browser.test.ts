import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './chromium.ts'
import { findingsOn } from './findings.ts'
import { hasChinese } from './letters.ts'
import { ensureSite, pagesOf, serveSite } from './site.ts'

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

const pages = {
  'the first page': '',
  'a guide': 'guides/webhooks/',
  'a table of codes': 'reference/blockers/',
  'an export of the API': 'api/runtime/functions/createRuntime/',
  'the chart': 'diagrams/',
}
const looks = [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((theme) => ({ width, theme })))

describe.each(Object.entries(pages))('%s', (_, path) => {
  it.each(['', 'zh-cn/'])(
    'is accessible, stays in its frame and asks nobody else, below /%s',
    async (language) => {
      for (const { width, theme } of looks) {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme })
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        page.on('request', (request) => {
          if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
            complaints.push(request.url())
        })
        await page.goto(new URL(`${language}${path}`, site.url).href)
        const bad = await findingsOn(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        const look = `${width} ${theme}`
        expect([look, bad, complaints, wide]).toEqual([look, [], [], false])
        await context.close()
      }
    },
  )
})

it('The language is switched in place, and the theme is kept', async () => {
  const page = await browser.newPage({ colorScheme: 'light' })
  await page.goto(new URL('guides/forms/', site.url).href)
  await page.locator('starlight-lang-select select').first().selectOption({ label: '简体中文' })
  await page.waitForURL(/\/zh-cn\/guides\/forms\/$/)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.locator('starlight-theme-select select').first().selectOption('dark')
  await page.reload()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.close()
})

it('No page of the site is wider than a phone, but for the API, whose names are long', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
  const wide: string[] = []
  for (const path of pagesOf(/^(?!api\/|zh-cn\/api\/|playground\/)/)) {
    await page.goto(new URL(path, site.url).href, { waitUntil: 'domcontentloaded' })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) wide.push(`${path}: ${width}`)
  }
  expect(wide).toEqual([])
  await page.close()
})

it.each(['', 'zh-cn/', 'playground/'])('Chinese is shown on a bare machine below /%s', async (path) => {
  const page = await browser.newPage()
  await page.goto(new URL(`${path}index.html`, site.url).href)
  expect(await hasChinese(page)).toBe(true)
  await page.close()
})
