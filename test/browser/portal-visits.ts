import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'
import type { PortalPage } from './portal-page.ts'

/** A house for a file of tests, begun anew for each of them; no page of a visit may complain. */
export const portalVisits = () => {
  let house: PortalHouse
  let portal: PortalPage | undefined
  beforeAll(async () => {
    house = await openPortalHouse()
  })
  beforeEach(() => house.begin())
  afterEach(async () => {
    const { complaints = [] } = portal ?? {}
    await portal?.close()
    portal = undefined
    expect(complaints).toEqual([])
  })
  afterAll(() => house?.close())
  return {
    /** Once its hook has run. */
    get house() {
      return house
    },
    visit: async (path: string) => {
      portal = await house.visit(path)
      return portal.page
    },
  }
}
