import { describe, expect, it } from 'vitest'
import { clerk } from './portal-house.ts'
import { arrived, fillContact, fillDay, picture } from './portal-steps.ts'
import { portalVisits } from './portal-visits.ts'

const at = portalVisits()
const { visit } = at

const charge = {
  type: 'charge.raised',
  chargeId: 'C-9',
  kind: 'rental',
  amount: { amount: 4_500, currency: 'CNY' },
  feeTableVersion: 'standard',
} as const
const confirmations = async (): Promise<number> => {
  const { items } = await at.house.house().as('merchant-token').getJournal({ lifecycleId: 'life-4' })
  return items.filter(({ cause }) => cause.type === 'settlement.confirmed').length
}

describe('What was typed for an act', () => {
  it('is there in the other language, and after the page was loaded again, until it has been sent', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByText('Object', { exact: true }).click()
    await page.getByLabel('What is wrong, and why').first().fill('Two sales are missing')
    await page.getByRole('button', { name: '中文' }).click()
    const grounds = page.getByLabel('哪里不对，理由是什么').first()
    expect(await grounds.inputValue()).toBe('Two sales are missing')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Devices' }).click()
    await page.getByText('I have sent it').first().click()
    await page.getByLabel('Carrier').fill('SF')
    await page.reload()
    await page.getByLabel('Carrier').waitFor()
    expect(await page.getByLabel('Carrier').inputValue()).toBe('SF')
    await page.getByRole('link', { name: 'Money' }).click()
    await page.getByRole('button', { name: 'Send the objection' }).first().click()
    await page.getByText('You objected').waitFor()
    const kept = await page.evaluate(() => Object.keys(sessionStorage))
    expect(kept.filter((key) => key.startsWith('portal:typed:object:'))).toEqual([])
    expect(kept.filter((key) => key.startsWith('portal:typed:shipped:'))).toHaveLength(1)
  })

  it('is there for a paper too: what it says, and that its bytes have arrived', async () => {
    const page = await visit('/t/life-1/papers')
    await fillDay(page, 'Valid until', ['2036', '12', '31'])
    await page.reload()
    await page.getByLabel('Year').waitFor()
    expect(await page.getByLabel('Year').inputValue()).toBe('2036')
    await page.getByLabel('File: Business licence').setInputFiles(picture())
    await arrived(page, 'licence.png')
    await page.reload()
    await arrived(page, 'licence.png')
    await page.getByRole('button', { name: 'Put it on file' }).click()
    await page.getByLabel('File: Business licence').waitFor()
    expect(await page.getByLabel('Year').inputValue()).toBe('')
  })
})

describe('A form of several steps', () => {
  it('keeps focus, place and every letter when somebody else changes the terminal, and is checked when it is sent', async () => {
    const page = await visit('/t/life-2/apply/suspension/questions')
    await fillDay(page, 'Start of the suspension', ['2027', '1', '5'])
    await fillContact(page)
    const mobile = page.getByLabel('Mobile number', { exact: true })
    await mobile.fill('1380013')
    const before = await page.evaluate(() => {
      scrollTo(0, 200)
      return scrollY
    })
    await at.house
      .house()
      .tell('life-2', clerk, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' })
    await expect.poll(() => page.locator('#announced').textContent()).toContain('Suspended')
    expect(await mobile.inputValue()).toBe('1380013')
    expect(await mobile.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(before)
    await page.keyboard.type('8000')
    expect(await mobile.inputValue()).toBe('13800138000')
    expect(await page.getByLabel('Year').first().inputValue()).toBe('2027')
  })
})

describe('An act of which the answer got lost', () => {
  it('is looked for again after the page was loaded anew, and done once', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByRole('button', { name: 'Agree' }).waitFor()
    at.house.answer(async (request, back) => {
      if (request.method === 'POST') await back(request)
      return request.method === 'POST' || /commands|settlement$/.test(new URL(request.url).pathname)
        ? new Response('nobody knows', { status: 502 })
        : back(request)
    })
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.locator('[data-sending="unknown"]').waitFor()
    const kept = await page.evaluate(() =>
      Object.keys(sessionStorage).filter((key) => key.startsWith('portal:lost:')),
    )
    expect(kept).toHaveLength(1)
    at.house.answer(undefined)
    await page.reload()
    await page.getByText('You agreed').waitFor()
    expect(await page.getByRole('button', { name: 'Agree' }).count()).toBe(0)
    expect(await confirmations()).toBe(1)
  })

  it('that never arrived is said to be missing after a reload, too, and may be sent again', async () => {
    const page = await visit('/t/life-4/money')
    let isLost = true
    at.house.answer(async (request, back) =>
      isLost && request.method === 'POST' ? new Response('on the way', { status: 502 }) : back(request),
    )
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.locator('[data-sending="unknown"]').waitFor()
    await page.reload()
    await page.getByText('It has not arrived').waitFor()
    isLost = false
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.getByText('You agreed').waitFor()
    expect(await confirmations()).toBe(1)
  })
})

it('What happens elsewhere while somebody reads is told once, and nothing else moves', async () => {
  const page = await visit('/t/life-4/money')
  await page.getByText('C-7').waitFor()
  await at.house.house().tell('life-4', clerk, charge)
  await page.getByText('C-9').waitFor()
  expect(await page.locator('#announced').textContent()).toMatch(/^This terminal has moved on/)
})
