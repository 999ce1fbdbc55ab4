import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'
import { portalPages } from './portal-pages.ts'
import { slowDown, vitalsOf, watchVitals, withoutWebFonts } from './vitals.ts'

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

/** Which pages move more than this while the rest of them comes, as the share of the window. */
const movedBeyond = async (most: number, width: number, hasLetters: boolean): Promise<readonly string[]> => {
  const moved: string[] = []
  for (const [name, path] of Object.entries(portalPages)) {
    const portal = await house.visit('/', { wait: false, width })
    const { page, context } = portal
    await watchVitals(context)
    if (hasLetters) await withoutWebFonts(context)
    await slowDown(page)
    await page.goto(house.url + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('main').getByText('Loading').first().waitFor({ state: 'detached' })
    // Parts that come late, such as the lit diagram.
    await page.waitForTimeout(1_000)
    const { cls, moved: what } = await vitalsOf(page)
    if (cls > most) moved.push(`${name}: ${cls.toFixed(3)}, such as ${what.slice(0, 3).join(' ')}`)
    await portal.close()
  }
  return moved
}

// On a phone and in a mobile network, where everything comes one after the other.
it.each([360, 1280])(
  'What a page shows stays where it is while the rest comes, %i pixels wide',
  async (width) => {
    expect(await movedBeyond(0.05, width, true)).toEqual([])
  },
)

// Its own letters are wider than those that come: some lines break anew, however close `tokens.css` brings them.
it('On a machine that has to fetch Chinese letters no page moves by more than a quarter', async () => {
  expect(await movedBeyond(0.25, 360, false)).toEqual([])
})
