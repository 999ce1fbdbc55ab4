import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { people } from '../../examples/acquirer-backend/people.ts'
import { type ConsoleHouse, type Looks, openHouse } from './console-house.ts'

let house: ConsoleHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** Signs in, and finds at the end that nobody complained: no error, and no breach of the policy. */
const visit = async (who: keyof typeof people, looks?: Looks) => {
  const { page, context, complaints } = await house.visit(who, looks)
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}
const caseAt = (number: number) => `${house.url}/console/t/life-${10_000_000 + number}`

describe('a reviewer', () => {
  it('finds the work that is waiting, due first, and opens it by key', async () => {
    const page = await visit('wang')
    expect(await page.title()).toBe('Work · Console')
    const dues = await page
      .locator('#rows tbody time')
      .evaluateAll((all) =>
        all.flatMap((one) =>
          one.closest('td')?.dataset.label === 'Due' ? [one.getAttribute('datetime')] : [],
        ),
      )
    expect(dues.length).toBeGreaterThan(2)
    expect(dues.map((due) => Date.parse(due ?? ''))).toEqual(
      dues.map((due) => Date.parse(due ?? '')).sort((a, b) => a - b),
    )
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(focused).toBe(await page.locator('#rows tbody a').first().getAttribute('href'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/console\/t\/life-/)
  })

  it('is told before the click that their own filing is for somebody else, and is refused all the same', async () => {
    const page = await visit('li')
    await expect.poll(() => page.getByText('filed by you, somebody else decides').count()).toBe(1)
    await page.goto(caseAt(21))
    await page.getByRole('link', { name: 'Approve' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('approving would be refused')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Approve' }).click()
    const summary = page.locator('.summary')
    await summary.waitFor()
    expect(await summary.textContent()).toContain('Nothing was recorded')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary')
    expect(await page.title()).toMatch(/^Error: /)
  })

  it('approves what somebody else has filed, with what exactly is decided before their eyes', async () => {
    const page = await visit('wang')
    await page.goto(caseAt(21))
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toMatch(/Filed by Zhou Ning, Li Qiang; you are Wang Min/)
    expect(await dialog.textContent()).toMatch(/2 papers, digest [0-9a-f]{8}…/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Recorded: Application approved').waitFor()
    await page.getByRole('heading', { name: 'The seven obligations' }).waitFor()
  })

  it('refuses with code and words, and asks with items, without any script', async () => {
    const page = await visit('wang', { script: false })
    await page.goto(caseAt(10))
    await page.getByRole('link', { name: 'Ask' }).click()
    expect(new URL(page.url()).pathname).toMatch(/\/decide\/ask$/)
    await page.getByLabel('What is missing').fill('<b>whom</b> to call\nuntil when')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('Recorded: More information asked for').waitFor()

    await page.goto(caseAt(5))
    await page.getByRole('link', { name: 'Refuse' }).click()
    await page.getByRole('button', { name: 'Refuse' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Reason' }).click()
    expect(await page.evaluate(() => location.hash)).toBe('#f-reason')
    await page.getByLabel('Reason').fill('The scan of the licence cannot be read.')
    await page.getByRole('button', { name: 'Refuse' }).click()
    await page.getByText('Recorded: Application rejected').waitFor()
    expect(await page.locator('.journal').textContent()).toContain('The scan of the licence cannot be read.')
  })
})

describe('an open page', () => {
  it('shows what another client did, without a reload, and leaves focus and an open dialog alone', async () => {
    const page = await visit('wang')
    await page.goto(caseAt(20))
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    await page.keyboard.press('r')
    await page.getByLabel('Reason').fill('half a sentence')
    const text = 'a word from the intake desk'
    const answer = await house.send('chen', 'life-10000020', { type: 'note.recorded', kind: 'note', text })
    expect(answer.status).toBe(200)
    await expect.poll(() => page.locator('.journal').textContent()).toContain(text)
    expect(await page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true)
    expect(await page.getByLabel('Reason').inputValue()).toBe('half a sentence')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-reason')
    expect(await page.locator('dialog[open] .changed').isVisible()).toBe(true)
    expect(await page.locator('#told').textContent()).toMatch(/shown is version \d+/)
  })

  it('keeps a scan as it was enlarged, turned and moved when a paper comes in', async () => {
    const page = await visit('wang')
    await page.goto(caseAt(21))
    const folded = page.locator('details:has(.viewer)').last()
    await folded.locator('summary').click()
    await folded.getByLabel('400%').check()
    await folded.getByLabel('180°').check()
    const frame = folded.locator('.frame')
    await frame.evaluate((one) => one.scrollTo(40, 60))
    const papers = page.locator('[data-part="papers"] tbody tr')
    const before = await papers.count()
    const digest = 'a'.repeat(64)
    const paper = { id: 'DOC-NEW', type: 'supporting_evidence', digest }
    const answer = await house.send('chen', 'life-10000021', { type: 'document.added', document: paper })
    expect(answer.status, await answer.text()).toBe(200)
    await expect.poll(() => papers.count()).toBe(before + 1)
    expect(await folded.getByLabel('400%').isChecked()).toBe(true)
    expect(await folded.getByLabel('180°').isChecked()).toBe(true)
    expect(await frame.evaluate((one) => [one.scrollLeft, one.scrollTop])).toEqual([40, 60])
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('180')
  })

  it('counts new work and shows it when it is asked for; rows stay', async () => {
    const page = await visit('lu')
    await page.goto(`${house.url}/console?duty=any`)
    const before = await page.locator('#rows tbody tr').count()
    const [charge] = [{ chargeId: 'CH-NEW', kind: 'data_traffic', amount: { amount: 900, currency: 'CNY' } }]
    await house.send('chen', 'life-10000001', {
      type: 'charge.raised',
      ...charge,
      feeTableVersion: 'standard',
    })
    await house.send('sun', 'life-10000001', {
      type: 'hold.placed',
      holdId: 'HOLD-NEW',
      code: 'RULE_VIOLATION',
    })
    const news = page.locator('#news a')
    await news.waitFor()
    expect(await page.locator('#rows tbody tr').count()).toBe(before)
    await news.click()
    await page.locator('#rows tbody tr', { hasText: '10000001' }).first().waitFor()
  })
})

describe('operations', () => {
  it('order again what failed, and it is done', async () => {
    const page = await visit('lu')
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await page.waitForURL(/\/console\/failed/)
    const row = page.locator('#rows tbody tr', { hasText: '10000033' })
    expect(await row.textContent()).toContain('Unbind the device')
    await row.getByRole('button', { name: 'Order again' }).click()
    await page.getByText('Recorded: Order given once more').waitFor()
    await page.goto(`${house.url}/console/failed`)
    expect(await page.locator('#rows tbody tr', { hasText: '10000033' }).count()).toBe(0)
  })

  it('try again what was given up, and it goes on', async () => {
    const page = await visit('lu')
    await page.goto(`${house.url}/console/failed`)
    await page
      .locator('#rows tbody tr', { hasText: '10000034' })
      .getByRole('button', { name: 'Try again now' })
      .click()
    await page.getByText('Recorded: Order tried once more').waitFor()
    await page.goto(caseAt(34))
    await expect.poll(() => page.locator('.journal').textContent()).toContain('Settlement stated')
  })

  it('only ask about money whose way is not known, until the systems know', async () => {
    const page = await visit('lu')
    await page.goto(`${house.url}/console/failed`)
    const row = page.locator('#rows tbody tr', { hasText: '10000027' })
    expect(await row.textContent()).toContain('never ordered again')
    expect(await row.getByRole('button').allInnerTexts()).toEqual(['Ask what became of it'])
    await row.getByRole('button').click()
    await page.getByText('still say it has not ended').waitFor()
    house.letGo()
    await page.goto(`${house.url}/console/failed`)
    const again = page.locator('#rows tbody tr', { hasText: '10000027' })
    if ((await again.count()) > 0) await again.getByRole('button').click()
    await page.goto(caseAt(27))
    await expect.poll(() => page.locator('.journal').textContent()).toContain('Payout confirmed')
  })
})

describe('two people', () => {
  it('confirm word for word what one of them proposed, and the proposer cannot', async () => {
    const proposer = await visit('zhao')
    await proposer.goto(caseAt(32))
    expect(await proposer.locator('[data-part="proposed"]').textContent()).toContain('¥500.00')
    const own = proposer.getByRole('button', { name: 'Confirm as second person' })
    expect(await own.getAttribute('aria-disabled')).toBe('true')
    const second = await visit('liang')
    await second.goto(caseAt(32))
    await second.getByRole('button', { name: 'Confirm as second person' }).click()
    await second.getByText('Recorded: Deposit refund ordered').waitFor()
  })
})
