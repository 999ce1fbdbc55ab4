import { describe, expect, it } from 'vitest'
import { clerk } from './portal-house.ts'
import { arrived, fillContact, fillDay, largePicture } from './portal-steps.ts'
import { portalVisits } from './portal-visits.ts'

const at = portalVisits()
const { visit } = at

const held = { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS' } as const
const filed = (): number => at.house.house().mock.effects().length

describe('What others do to a terminal', () => {
  it('is shown without a reload: state, what stands in the way, the lit diagram; and said politely', async () => {
    const page = await visit('/t/life-2')
    await page.locator('[data-here="true"][data-state$="inService"]').waitFor()
    await page.getByRole('link', { name: 'History' }).focus()
    await at.house.house().tell('life-2', clerk, held)
    await page.getByRole('heading', { name: /Suspended: / }).waitFor()
    await page.locator('[data-here="true"][data-state$="suspended.held"]').waitFor()
    expect(await page.locator('#announced').textContent()).toContain('Suspended')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History')
  })

  it('leaves an open form as it is: focus, place and every letter', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByText('Object', { exact: true }).click()
    const grounds = page.getByLabel('What is wrong, and why').first()
    await grounds.fill('Two sales are missing')
    await page.evaluate(() => scrollTo(0, 120))
    await at.house.house().tell('life-4', clerk, {
      ...{
        type: 'charge.raised',
        chargeId: 'C-9',
        kind: 'rental',
        amount: { amount: 4_500, currency: 'CNY' },
      },
      feeTableVersion: 'standard',
    })
    await page.getByText('C-9').waitFor()
    expect(await grounds.inputValue()).toBe('Two sales are missing')
    expect(await grounds.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(120)
  })

  it('is found out when something is sent at the same moment, and nothing is lost or done', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByRole('button', { name: 'Agree' }).waitFor()
    at.house.answer(async (request, back) => {
      if (request.method !== 'GET') at.house.answer(undefined)
      if (request.method !== 'GET')
        await at.house.house().tell('life-4', clerk, {
          ...{
            type: 'charge.raised',
            chargeId: 'C-9',
            kind: 'rental',
            amount: { amount: 4_500, currency: 'CNY' },
          },
          feeTableVersion: 'standard',
        })
      return back(request)
    })
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.getByText('Somebody else changed this terminal meanwhile').waitFor()
    const settlement = await at.house.house().as('merchant-token').getSettlement({ lifecycleId: 'life-4' })
    expect(settlement.statement?.status).toBe('stated')
    await page.getByText('C-9').waitFor()
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.getByText('You agreed').waitFor()
  })
})

describe('Without a network', () => {
  it('the page says since when, keeps what was typed, and sends it when there is one again', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByText('Object', { exact: true }).click()
    const grounds = page.getByLabel('What is wrong, and why').first()
    await grounds.fill('Two sales are missing')
    await page.context().setOffline(true)
    await page.getByText(/You are offline.*As of \d\d:\d\d/).waitFor()
    await page.getByText('S-12').first().waitFor()
    await page.context().setOffline(false)
    await page.getByText(/You are offline/).waitFor({ state: 'hidden' })
    expect(await grounds.inputValue()).toBe('Two sales are missing')
    await page.getByRole('button', { name: 'Send the objection' }).first().click()
    await page.getByText('You objected').waitFor()
  })

  it('an upload stops with what has arrived, and goes on from there', async () => {
    const page = await visit('/t/life-1/papers')
    await fillDay(page, 'Valid until', ['2036', '12', '31'])
    const places: string[] = []
    at.house.answer(async (request, back) => {
      if (request.method === 'PUT') places.push(request.headers.get('content-range') ?? '')
      return places.length > 1 && request.url.includes('/documents/')
        ? Response.json({ type: 'about:blank', status: 503, code: 'INTERNAL' }, { status: 503 })
        : back(request)
    })
    await page.getByLabel('File: Business licence').setInputFiles(largePicture())
    await page.getByText(/^0\.26 of 0\.48 MB received\. Connection lost/).waitFor()
    expect(await page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(
      262_144,
    )
    places.length = 0
    at.house.answer((request, back) => {
      if (request.method === 'PUT') places.push(request.headers.get('content-range') ?? '')
      return back(request)
    })
    await page.getByRole('button', { name: 'Resume' }).click()
    await arrived(page, 'licence.png')
    expect(places).toEqual([expect.stringMatching(/^bytes 262144-/)])
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByLabel('File: Business licence').waitFor()
  })

  it('a write without an answer is called unknown, found out, and never sent twice', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByRole('button', { name: 'Agree' }).waitFor()
    let writes = 0
    at.house.answer(async (request, back) => {
      if (request.method === 'GET') return back(request)
      writes += 1
      await back(request)
      return new Response('the answer is lost', { status: 502 })
    })
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.getByText('It is not known whether this has arrived').waitFor()
    const sent = writes
    await page.getByText('You agreed').waitFor()
    expect(writes).toBe(sent)
    const { items } = await at.house.house().as('merchant-token').getJournal({ lifecycleId: 'life-4' })
    expect(items.filter(({ cause }) => cause.type === 'settlement.confirmed')).toHaveLength(1)
    expect(filed()).toBeGreaterThan(0)
  })

  it('a slow answer is waited for in words, and nothing is drawn as empty', async () => {
    at.house.answer(async (request, back) => {
      if (request.url.includes('/charges')) await new Promise((resolve) => setTimeout(resolve, 2_500))
      return back(request)
    })
    const page = await visit('/t/life-4/money')
    await page.getByText('Loading …').waitFor()
    expect(await page.getByText('No charges.').count()).toBe(0)
    await page.getByText('Compensation for damage').first().waitFor()
  })
})

describe('A form that is half filled in', () => {
  it('loses nothing when the language changes, is loaded again, or is left and come back to', async () => {
    const page = await visit('/t/life-2/apply/suspension/questions')
    await fillDay(page, 'Start of the suspension', ['2027', '1', '5'])
    await fillContact(page)
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByLabel('年').first().waitFor()
    expect(await page.getByLabel('年').first().inputValue()).toBe('2027')
    expect(await page.getByLabel('联系手机').inputValue()).toBe('13800138000')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Money' }).click()
    await page.goto(`${at.house.url}/t/life-2/apply/suspension/questions`)
    await page.getByLabel('Mobile number', { exact: true }).waitFor()
    expect(await page.getByLabel('Mobile number', { exact: true }).inputValue()).toBe('13800138000')
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('is filled in and sent by the keyboard alone, and the focus is never lost', async () => {
    const page = await visit('/t/life-2/apply/suspension')
    const focused = () =>
      page.evaluate(() => {
        const { id = '', tagName = '', textContent, className = '' } = document.activeElement ?? {}
        return { id, tagName, className, text: textContent?.trim() ?? '' }
      })
    const reach = async (wanted: RegExp): Promise<void> => {
      for (let tabs = 0; tabs < 80; tabs += 1) {
        await page.keyboard.press('Tab')
        const { id, text } = await focused()
        if (wanted.test(id) || wanted.test(text)) return
      }
      throw new Error(`Nobody reaches ${wanted} by Tab`)
    }
    /** Whatever comes first on the page. */
    const inOrder = async (ids: readonly string[], act: (id: string) => Promise<void>): Promise<void> => {
      for (const _ of ids) {
        await reach(new RegExp(`^(${ids.join('|')})$`))
        await act((await focused()).id)
      }
    }
    const goOnTo = async (heading: RegExp): Promise<void> => {
      await reach(/^Continue$/)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await expect.poll(async () => (await focused()).tagName).toBe('H1')
    }
    await goOnTo(/the reason/)
    await reach(/^field-reason/)
    await page.keyboard.press('Space')
    await goOnTo(/questions/)
    await reach(/^Continue$/)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await expect.poll(async () => (await focused()).className).toBe('summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused()).id).toBe('field-plannedPeriod-from')
    for (const part of ['5', '1', '2027']) {
      await page.keyboard.type(part)
      await page.keyboard.press('Tab')
    }
    await reach(/^field-dataBackup/)
    await page.keyboard.press('Space')
    await inOrder(['field-signatory-authority', 'field-contact-mobile'], async (id) => {
      if (id === 'field-contact-mobile') return page.keyboard.type('13800138000')
      return page.keyboard.press('Space')
    })
    await goOnTo(/papers/)
    await goOnTo(/check your answers/)
    await reach(/^field-attested/)
    await page.keyboard.press('Space')
    await reach(/^Accept and send$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    await expect.poll(async () => (await focused()).tagName).toBe('H1')
  })
})
