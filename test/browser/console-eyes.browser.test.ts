import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsoleHouse, openHouse } from './console-house.ts'
import { sidewaysOf } from './findings.ts'

let house: ConsoleHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const caseAt = (number: number): string => `/console/t/life-${10_000_000 + number}`
const kinds = [
  ...['/console?duty=any', '/console/failed', '/console/keys', caseAt(21), caseAt(31)],
  `${caseAt(21)}/papers/DOC-10000021-LICENCE`,
  `${caseAt(21)}/acts/document.checked?ref=DOC-10000021-LICENCE`,
  `${caseAt(1)}/acts/closure.requested?reason=CONTRACT_EXPIRED`,
  `${caseAt(31)}/acts/device.inspected`,
]

interface Status {
  readonly look: string
  readonly shape: string
  readonly word: string
  readonly edge: number
}

const statusesOn = (page: Page): Promise<readonly Status[]> =>
  page.locator('.status').evaluateAll((all) =>
    all.map((one) => ({
      look: one.className.replace('status ', ''),
      shape: getComputedStyle(one, '::before').content.charAt(1),
      word: one.textContent?.trim() ?? '',
      edge: Number.parseFloat(getComputedStyle(one).borderTopWidth),
    })),
  )

it.each(['none', 'active'] as const)(
  'states are told apart without any colour, forced colours %s',
  async (forcedColors) => {
    const { page, context } = await house.visit('liang')
    await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
    const seen: Status[] = []
    for (const path of kinds.slice(0, 6)) {
      await page.goto(house.url + path)
      seen.push(...(await statusesOn(page)))
    }
    await context.close()
    const shapes = new Map(seen.map(({ look, shape }) => [look, shape]))
    expect(new Set(shapes.keys())).toEqual(new Set(['done', 'stopped', 'todo', 'waits', 'later']))
    // One shape for each, and a word with every shape.
    expect(new Set(shapes.values()).size).toBe(shapes.size)
    expect(seen.filter(({ word }) => word === '')).toEqual([])
    if (forcedColors === 'active')
      expect(seen.filter(({ look, edge }) => look !== 'later' && edge < 1)).toEqual([])
  },
)

/** WCAG 1.4.12, by a sheet that the policy of the page allows: none of the page's own elements is touched. */
const spaced = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    for (const part of document.querySelectorAll('details')) part.open = true
  })

/** Words that are cut off where nobody can scroll. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page
    .locator('main :is(a, button, p, h1, h2, h3, td, th, label, legend, summary, li, dd, .status)')
    .evaluateAll((all) =>
      all
        .filter((one) => {
          const { overflowX, position } = getComputedStyle(one)
          const isHidden = position === 'absolute' || one.closest('.hidden-text, thead') !== null
          return overflowX !== 'visible' && !isHidden && one.scrollWidth > one.clientWidth + 1
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    )

it.each([320, 1280])('wider letters, words and lines fit, %i pixels wide', async (width) => {
  const wrong: string[] = []
  for (const locale of ['en', 'zh-CN'] as const) {
    const { page, context } = await house.visit('liang', { locale, width })
    for (const path of kinds) {
      await page.goto(house.url + path)
      await spaced(page)
      const sideways = await sidewaysOf(page)
      if (sideways > 0) wrong.push(`${locale} ${path}: ${sideways} px`)
      wrong.push(...(await cutOff(page)).map((one) => `${locale} ${path}: ${one}`))
    }
    await context.close()
  }
  expect(wrong).toEqual([])
})

it('no page breaks its own policy, also with scans in it; one that would is found', async () => {
  const { page, context, complaints } = await house.visit('liang')
  await page.addInitScript(() => {
    const reports: string[] = []
    Object.assign(window, { reports })
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => reports.push(violatedDirective))
  })
  const reportsOn = (): Promise<readonly string[]> => page.evaluate(() => Reflect.get(window, 'reports'))
  const found: string[] = []
  for (const path of kinds) {
    await page.goto(house.url + path)
    for (const part of await page.locator('details').all())
      await part.evaluate((one) => one.setAttribute('open', ''))
    const scans = page.locator('.viewer img')
    for (const scan of await scans.all()) {
      await scan.scrollIntoViewIfNeeded()
      await expect.poll(() => scan.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(640)
    }
    found.push(...(await reportsOn()))
  }
  expect(found).toEqual([])
  expect(complaints).toEqual([])
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await expect.poll(reportsOn).toEqual(['style-src-attr'])
  await context.close()
})

it('a scan is enlarged and turned by keys alone, without any script, and stays within its frame', async () => {
  const { page, context } = await house.visit('wang', { script: false })
  await page.goto(`${house.url}${caseAt(21)}/papers/DOC-10000021-LICENCE`)
  const sheet = page.locator('.sheet')
  const before = (await sheet.boundingBox())?.width ?? 0
  await page.getByRole('radio', { name: '100%' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect((await sheet.boundingBox())?.width).toBeCloseTo(before * 2, 0)
  await page.getByRole('radio', { name: '0°', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.sheet img').evaluate((one) => getComputedStyle(one).rotate)).toBe('90deg')
  expect(await sidewaysOf(page)).toBe(0)
  await context.close()
})

/** Where the focus is: seen by a ring of three pixels, inside the window, and under nothing. */
const focusOn = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement ?? document.body
    const { top, bottom, left, width, height } = one.getBoundingClientRect()
    const { outlineWidth, outlineStyle } = getComputedStyle(one)
    const middle = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 10))
    const isIn = bottom > 0 && top < innerHeight
    return {
      isLost: one === document.body,
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3 && isIn,
      isFree: middle === null || one.contains(middle) || middle.contains(one),
      words: one.textContent?.trim().slice(0, 60) ?? '',
    }
  })

/** Goes on by Tab until the words are reached; at each step the focus has to be seen. */
const tabTo = async (page: Page, words: RegExp): Promise<void> => {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab')
    const { isLost, isSeen, isFree, words: here } = await focusOn(page)
    if (isLost) continue
    expect([here, isSeen, isFree]).toEqual([here, true, true])
    if (words.test(here)) return
  }
  throw new Error(`Nobody comes to ${words} by Tab.`)
}

it('a reviewer comes from the list to a decision by the keyboard alone, and the focus is seen all the way', async () => {
  const { page, context } = await house.visit('wang')
  await page.keyboard.press('j')
  expect(await focusOn(page)).toMatchObject({ isLost: false, isSeen: true })
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/t\/life-/)
  await page.goto(house.url + caseAt(21))
  await page.keyboard.press('a')
  await page.locator('dialog[open]').waitFor()
  await page.keyboard.press('Tab')
  expect((await focusOn(page)).isSeen).toBe(true)
  await page.keyboard.press('Space')
  await tabTo(page, /^Approve$/)
  await page.keyboard.press('Enter')
  await page.getByText('Recorded: Application approved').waitFor()
  await expect.poll(async () => (await focusOn(page)).words).toContain('Recorded')
  await context.close()
})

it('operations come from the failed orders to what became of one by the keyboard alone', async () => {
  const { page, context } = await house.visit('lu')
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await page.waitForURL(/\/console\/failed/)
  await tabTo(page, /^Ask what became of it$/)
  await page.keyboard.press('Enter')
  await page.getByText('still say it has not ended').waitFor()
  await expect.poll(async () => (await focusOn(page)).words).toContain('Asked again')
  await context.close()
})

it('every kind of page weighs less than 60 kB on its way, script and style included', async () => {
  const { context } = await house.visit('liang')
  const weigh = async (path: string): Promise<number> =>
    gzipSync(await (await context.request.get(house.url + path)).body()).length
  const shared = (await weigh('/console/assets/console.css')) + (await weigh('/console/assets/console.js'))
  const heavy: string[] = []
  for (const path of kinds) {
    const bytes = shared + (await weigh(path))
    if (bytes > 60_000) heavy.push(`${path}: ${bytes}`)
  }
  expect(shared).toBeGreaterThan(3_000)
  expect(heavy).toEqual([])
  await context.close()
})
