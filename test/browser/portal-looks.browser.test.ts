import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsOn, sidewaysOf } from './findings.ts'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'
import { openWhole, portalPages } from './portal-pages.ts'

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

const open = (page: Page, path: string): Promise<void> => openWhole(page, house.url + path)

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
      for (const [name, path] of Object.entries(portalPages)) {
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
  for (const [name, path] of Object.entries(portalPages)) {
    await open(portal.page, path)
    const over = await sidewaysOf(portal.page)
    if (over > 0) wide.push(`${name}: ${over}`)
  }
  await portal.close()
  expect(wide).toEqual([])
})
