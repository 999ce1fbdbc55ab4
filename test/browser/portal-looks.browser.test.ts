import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOn, sidewaysOf } from './findings.ts'
import { clerk, openPortalHouse, type PortalHouse } from './portal-house.ts'

/** Every page, in the states in which somebody comes to it. */
const pages = {
  home: '/',
  'suspended terminal': '/t/life-1',
  'terminal in service': '/t/life-2',
  'terminal with a refused application': '/t/life-3',
  'terminal that is closing': '/t/life-4',
  'terminal that is closed': '/t/life-5',
  'terminal that nobody can explain': '/t/life-6',
  money: '/t/life-4/money',
  devices: '/t/life-4/devices',
  papers: '/t/life-3/papers',
  history: '/t/life-3/history',
  supplement: '/t/life-3/supplement',
  'before a closure': '/t/life-2/apply/closure',
  'reason of a closure': '/t/life-2/apply/closure/reason',
  'questions of a closure': '/t/life-2/apply/closure/questions',
  'papers of a reinstatement': '/t/life-1/apply/reinstatement/papers',
  'answers of a suspension': '/t/life-2/apply/suspension/check',
  'application that was sent': '/t/life-3/sent/reinstatement/application-3',
  'nothing there': '/t/life-99',
} as const

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

/** Opens it, waits until nothing is loaded any more, and unfolds whatever is folded. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(house.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
  await page.waitForTimeout(150)
}

describe.each([
  { locale: 'en', theme: 'light' },
  { locale: 'en', theme: 'dark' },
  { locale: 'zh-CN', theme: 'light' },
  { locale: 'zh-CN', theme: 'dark' },
] as const)('In $locale and $theme', (looks) => {
  it.each([360, 1280])(
    'axe finds nothing serious on any page of the portal, %i pixels wide',
    async (width) => {
      const portal = await house.visit('/', { ...looks, width })
      const found: string[] = []
      for (const [name, path] of Object.entries(pages)) {
        await open(portal.page, path)
        found.push(...(await findingsOn(portal.page)).map((finding) => `${name}: ${finding}`))
      }
      await portal.close()
      expect(found).toEqual([])
      expect(portal.complaints).toEqual([])
    },
  )
})

it('A form with mistakes is accessible too, and says which', async () => {
  const portal = await house.visit('/t/life-2/apply/closure/reason', { locale: 'zh-CN', width: 360 })
  await portal.page.getByRole('button', { name: '继续' }).click()
  await portal.page.getByRole('alert').waitFor()
  expect(await portal.page.title()).toMatch(/^错误：/)
  expect(await findingsOn(portal.page)).toEqual([])
  await portal.close()
})

it.each(['en', 'zh-CN'] as const)('No page scrolls sideways at 320 pixels, in %s', async (locale) => {
  const portal = await house.visit('/', { locale, width: 320 })
  const wide: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    await open(portal.page, path)
    const over = await sidewaysOf(portal.page)
    if (over > 0) wide.push(`${name}: ${over}`)
  }
  await portal.close()
  expect(wide).toEqual([])
})

it('A hidden hold and one for a reason that nobody explains are the same page, but for the number', async () => {
  const { open: openTerminal, tell } = house.house()
  await openTerminal({
    ...{ lifecycleId: 'life-7', terminalId: '10000007', merchantName: '青禾便利店' },
    devices: [{ serial: 'SN-0007', owner: 'provider', tenancy: 'sole' }],
  })
  await tell('life-7', clerk, {
    ...{ type: 'hold.placed', holdId: 'unclear', code: 'UNKNOWN', caps: ['sale', 'preAuth'] },
  })
  const portal = await house.visit('/', { locale: 'en' })
  const said = async (id: string) => {
    await open(portal.page, `/t/${id}`)
    await portal.page.getByText('This cannot be done at present').first().waitFor()
    const text = await portal.page.locator('main').textContent()
    return (text ?? '').replaceAll(/1000000\d/g, 'N').replaceAll(/\d+ November 2026, \d\d:\d\d/g, 'then')
  }
  expect(await said('life-7')).toBe(await said('life-6'))
  await portal.close()
})
