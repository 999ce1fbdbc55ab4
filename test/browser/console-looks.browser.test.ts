import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsoleHouse, openHouse, type Visit } from './console-house.ts'
import { findingsOn, sidewaysOf } from './findings.ts'
import { hasChinese } from './letters.ts'

let house: ConsoleHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** Every kind of page, as different people come to it. */
const pages = {
  work: '/console?duty=any',
  failed: '/console/failed',
  'case in service': '/console/t/life-10000001',
  'case under review': '/console/t/life-10000021',
  'case in clearing': '/console/t/life-10000031',
  'case held': '/console/t/life-10000014',
  'case waiting for a second person': '/console/t/life-10000032',
  'case that is closed': '/console/t/life-10000039',
  'decision as a page': '/console/t/life-10000021/decide/refuse',
  'form of an act': '/console/t/life-10000031/acts/charge.raised',
  'form with lines': '/console/t/life-10000031/acts/device.inspected',
  'paper with its scan': '/console/t/life-10000021/papers/DOC-10000021-LICENCE',
  'check of a paper': '/console/t/life-10000021/acts/document.checked?ref=DOC-10000021-LICENCE',
  'paper that is brought': '/console/t/life-10000021/acts/document.added?paper=business_licence',
  'reason of an application': '/console/t/life-10000001/acts/closure.requested?reason=',
  'application filed at the counter':
    '/console/t/life-10000001/acts/closure.requested?reason=CONTRACT_EXPIRED',
  'reinstatement filed at the counter': '/console/t/life-10000014/acts/reinstatement.requested',
  keys: '/console/keys',
  'nothing there': '/console/t/life-1',
  'nothing found': '/console/find?number=1',
} as const

const open = async ({ page }: Visit, path: string): Promise<void> => {
  await page.goto(house.url + path)
  // What is folded is looked at too.
  for (const part of await page.locator('details').all())
    await part.evaluate((one) => one.setAttribute('open', ''))
}

describe.each([
  { locale: 'en', theme: 'light' },
  { locale: 'en', theme: 'dark' },
  { locale: 'zh-CN', theme: 'light' },
  { locale: 'zh-CN', theme: 'dark' },
] as const)('in $locale and $theme', (looks) => {
  it.each([360, 1280])('axe finds nothing serious on any page, %i pixels wide', async (width) => {
    const visit = await house.visit('liang', { ...looks, width })
    const found: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      await open(visit, path)
      found.push(...(await findingsOn(visit.page)).map((finding) => `${name}: ${finding}`))
    }
    await visit.context.close()
    expect(found).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})

it.each(['en', 'zh-CN'] as const)('nothing scrolls sideways at 320 pixels, in %s', async (locale) => {
  const visit = await house.visit('liang', { locale, width: 320 })
  const wide: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    await open(visit, path)
    const sideways = await sidewaysOf(visit.page)
    if (sideways > 0) wide.push(`${name}: ${sideways}`)
  }
  await visit.context.close()
  expect(wide).toEqual([])
})

it('the sign-in page and an open dialog are as good', async () => {
  const context = await house.browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${house.url}/console`)
  expect(await findingsOn(page)).toEqual([])
  await context.close()
  const visit = await house.visit('wang')
  await visit.page.goto(`${house.url}/console/t/life-10000021`)
  await visit.page.keyboard.press('a')
  await visit.page.locator('dialog[open]').waitFor()
  expect(await findingsOn(visit.page)).toEqual([])
  await visit.context.close()
})

it('a case is decided by the keyboard alone, focus is seen and comes back', async () => {
  const { page, context } = await house.visit('wang')
  await page.goto(`${house.url}/console/t/life-10000020`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('i')
  await page.locator('dialog[open]').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  // the browser tells of the closing in a turn of its own
  const back = () => page.evaluate(() => document.activeElement?.getAttribute('data-dialog'))
  await expect.poll(back).toBe('decide-ask')
  const ring = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineWidth,
  )
  expect(ring).toBe('3px')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('a photograph, j k a')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Recorded: More information asked for').waitFor()
  await context.close()
})

it('keys do nothing when they are switched off', async () => {
  const { page, context } = await house.visit('wang')
  await page.goto(`${house.url}/console/keys`)
  await page.getByRole('button', { name: 'Switch off' }).click()
  await page.goto(`${house.url}/console/t/life-10000020`)
  await page.keyboard.press('r')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  await context.close()
})

it('a form of another site changes nothing', async () => {
  const { context } = await house.visit('wang')
  const answer = await context.request.post(`${house.url}/console/t/life-10000020/decisions`, {
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    form: {
      decision: 'refuse',
      applicationId: 'APP-10000020-C',
      code: 'other',
      reason: 'x',
      version: '1',
      commandId: 'c',
    },
  })
  expect(answer.status()).toBe(403)
  await context.close()
})

it.each(['en', 'zh-CN'] as const)(
  'Chinese is shown on a bare machine, in %s: merchants have Chinese names',
  async (locale) => {
    const visit = await house.visit('liang', { locale })
    await visit.page.goto(`${house.url}/console/t/life-10000031`)
    expect(await hasChinese(visit.page)).toBe(true)
    await visit.context.close()
  },
)
