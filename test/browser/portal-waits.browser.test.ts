import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house?.close())

it('The page of a terminal asks for its code, its case and its holds at once: none of them waits for another one', async () => {
  const asked = { holds: () => {} }
  const holdsAsked = new Promise<void>((tell) => {
    asked.holds = tell
  })
  let isCaseAsked = false
  const late: string[] = []
  house.answer(async (request, back) => {
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/holds')) asked.holds()
    if (/\/terminals\/[^/]+$/.test(pathname)) {
      isCaseAsked = true
      await holdsAsked
    }
    return back(request)
  })
  const { page, close } = await house.visit('/', { wait: false })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // Letters for machines that have none, and the picture below everything.
    if (isCaseAsked && /^\/assets\/.*js$/.test(pathname) && !/fonts|diagram/.test(pathname))
      late.push(pathname)
  })
  await page.goto(`${house.url}/t/life-4`)
  await page.locator('.turns').first().waitFor()
  await close()
  expect(late).toEqual([])
})
