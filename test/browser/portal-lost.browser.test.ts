import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { textOf } from '../../src/domain/index.ts'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'
import type { PortalPage } from './portal-page.ts'
import { fillContact, fillDay, goOn } from './portal-steps.ts'

let house: PortalHouse
let portal: PortalPage
beforeAll(async () => {
  house = await openPortalHouse()
})
beforeEach(async () => {
  await house.begin()
  portal = await house.visit('/t/life-2/apply/suspension/reason')
  await fillIn(portal.page)
})
afterEach(async () => {
  await portal.close()
  expect(portal.complaints).toEqual([])
})
afterAll(() => house?.close())

/** Everything but the last press of a button. */
const fillIn = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: textOf('suspensionReason', 'MERCHANT_REQUEST', 'en') }).check()
  await goOn(page, /questions/)
  await fillDay(page, 'Start of the suspension', ['2027', '1', '5'])
  await page.getByRole('group', { name: 'Copy of the transaction data' }).getByRole('radio').first().check()
  await fillContact(page)
  await goOn(page, /papers/)
  await goOn(page, /check your answers/)
  await page.getByRole('checkbox', { name: /Confirmation/ }).check()
}
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Accept and send' }).click()
const filings = async (): Promise<number> => {
  const { items } = await house.house().as('merchant-token').getJournal({ lifecycleId: 'life-2' })
  return items.filter(({ cause }) => cause.type === 'suspension.requested').length
}

describe('An application', () => {
  it('of which the answer got lost is found again after the page was loaded anew, and filed once', async () => {
    const { page } = portal
    house.answer(async (request, back) => {
      if (request.method === 'POST') await back(request)
      return request.method === 'POST' || request.url.includes('/commands/')
        ? new Response('nobody knows', { status: 502 })
        : back(request)
    })
    await send(page)
    await page.getByText('It is not known whether this has arrived').waitFor()
    await page.getByRole('button', { name: 'Checking …' }).click({ force: true })
    await page.reload()
    await page.getByText('It is not known whether this has arrived').waitFor()
    house.answer(undefined)
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    expect(await filings()).toBe(1)
  })

  it('that never arrived is said to be missing, and counts once when it is sent again', async () => {
    const { page } = portal
    let isLost = true
    house.answer(async (request, back) => {
      return isLost && request.method === 'POST' ? new Response('on the way', { status: 502 }) : back(request)
    })
    await send(page)
    await page.getByText('It has not arrived').waitFor()
    isLost = false
    await send(page)
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    expect(await filings()).toBe(1)
  })

  it('that is refused says why, changes nothing, and stays as it was filled in', async () => {
    const { page } = portal
    house.answer((request, back) => {
      if (request.method !== 'POST') return back(request)
      const blockers = [{ code: 'APPLICATION_OPEN', owner: 'merchant', clearedBy: ['application.withdrawn'] }]
      const problem = { type: 'about:blank', title: 'Blocked', status: 409, code: 'BLOCKED', blockers }
      const headers = { 'content-type': 'application/problem+json' }
      return Promise.resolve(new Response(JSON.stringify(problem), { status: 409, headers }))
    })
    await send(page)
    await page.getByText('This was not accepted. Nothing was done.').waitFor()
    await page.getByText(textOf('blocker', 'APPLICATION_OPEN', 'en')).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-sending'))).toBe('refused')
    expect(await page.getByRole('checkbox', { name: /Confirmation/ }).isChecked()).toBe(true)
    house.answer(undefined)
    await send(page)
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    expect(await filings()).toBe(1)
  })
})
