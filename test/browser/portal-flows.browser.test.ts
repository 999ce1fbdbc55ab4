import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/domain/index.ts'
import { arrived, fillContact, fillDay, goOn, picture, uploadLicence } from './portal-steps.ts'
import { portalVisits } from './portal-visits.ts'

const at = portalVisits()
const { visit } = at

const merchant = () => at.house.house().as('merchant-token')
const applicationOf = async (lifecycleId: string) => {
  const { applicationId } = await merchant().getTerminal({ lifecycleId })
  return merchant().getApplication({ applicationId: applicationId ?? '' })
}

describe('A merchant', () => {
  it('closes a terminal: from what to have ready to the number of the application', async () => {
    const page = await visit('/t/life-2')
    await page.getByRole('link', { name: 'Close the terminal' }).click()
    await goOn(page, /the reason/)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    await page.getByRole('radio', { name: textOf('closureReason', 'CONTRACT_EXPIRED', 'en') }).check()
    await fillDay(page, 'End of the contract', ['2026', '6', '30'])
    await page.getByRole('group', { name: 'Contract renewed?' }).getByRole('radio', { name: 'No' }).check()
    await goOn(page, /questions/)
    await page.getByRole('radio', { name: textOf('disposition', 'return', 'en') }).check()
    await fillContact(page)
    await goOn(page, /papers/)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Business licence/ })
      .waitFor()
    await uploadLicence(page)
    await arrived(page, 'licence.png')
    const contract = page.locator('section', { has: page.getByRole('heading', { name: 'Service contract' }) })
    await fillDay(page, 'Ends on', ['2026', '6', '30'])
    await contract.locator('input[type=file]').setInputFiles(picture('contract.png'))
    await arrived(page, 'contract.png')
    await goOn(page, /check your answers/)
    await page.getByRole('button', { name: 'Accept and send' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Confirmation/ })
      .waitFor()
    await page.getByRole('checkbox', { name: /Contract checked/ }).check()
    await page.getByRole('checkbox', { name: /Confirmation/ }).check()
    await page.getByRole('button', { name: 'Accept and send' }).click()
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    const { applicationId, kind, status } = await applicationOf('life-2')
    expect([kind, status]).toEqual(['closure', 'underReview'])
    expect(page.url()).toBe(`${at.house.url}/t/life-2/sent/closure/${applicationId}`)
    await page.reload()
    await page.getByText(applicationId).first().waitFor()
    expect(await page.evaluate(() => sessionStorage.getItem('portal:draft:life-2:closure'))).toBeNull()
  })

  it('lets a terminal rest for a time', async () => {
    const page = await visit('/t/life-2/apply/suspension/reason')
    await page.getByRole('radio', { name: textOf('suspensionReason', 'MERCHANT_REQUEST', 'en') }).check()
    await goOn(page, /questions/)
    await fillDay(page, 'Start of the suspension', ['2027', '1', '5'])
    await page.getByRole('group', { name: 'Copy of the transaction data' }).getByRole('radio').first().check()
    await fillContact(page)
    await goOn(page, /papers/)
    await goOn(page, /check your answers/)
    await page.getByRole('checkbox', { name: /Confirmation/ }).check()
    await page.getByRole('button', { name: 'Accept and send' }).click()
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    expect((await applicationOf('life-2')).kind).toBe('suspension')
  })

  it('asks to be reinstated, with the paper that shows why', async () => {
    const page = await visit('/t/life-1')
    await page.getByRole('link', { name: 'Reinstate it' }).first().click()
    await goOn(page, /the reason/)
    await page.getByLabel('What happened').fill('The licence ran out.')
    await page.getByRole('group', { name: 'Done by' }).getByRole('radio', { name: 'Merchant' }).check()
    await goOn(page, /questions/)
    await page.getByLabel('Why you need it again').fill('The shop is open.')
    await page.getByLabel('Why it can be lifted').fill('There is a new licence.')
    await page.getByLabel('End of the account number').fill('****1234')
    await fillContact(page)
    await goOn(page, /papers/)
    await uploadLicence(page)
    await arrived(page, 'licence.png')
    await goOn(page, /check your answers/)
    await page.getByRole('checkbox', { name: /Confirmation/ }).check()
    await page.getByRole('button', { name: 'Accept and send' }).click()
    await page.getByRole('heading', { name: /^Sent: / }).waitFor()
    expect((await applicationOf('life-1')).kind).toBe('reinstatement')
  })

  it('answers a refusal with the one paper that was wrong, and is reviewed a second time', async () => {
    const page = await visit('/t/life-3/supplement')
    await page.getByText('Attempt 1 refused').waitFor()
    await uploadLicence(page)
    await page.getByRole('button', { name: 'Send it for review' }).click()
    await page.getByText('Attempt 2 is under review').waitFor()
    expect(await applicationOf('life-3')).toMatchObject({ attempt: 2, status: 'underReview' })
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByRole('heading', { name: /attempt 2/ }).waitFor()
    // In the decision, and in the notice as it was sent: the new attempt has taken nothing from it.
    await page.getByText('照片看不清有效期').nth(1).waitFor()
    expect(await page.locator('details', { hasText: '照片看不清有效期' }).count()).toBe(1)
  })

  it('objects to a statement, and the grounds arrive', async () => {
    const page = await visit('/t/life-4/money')
    await page.getByText('Object', { exact: true }).click()
    await page.getByRole('button', { name: 'Send the objection' }).first().click()
    await page.getByText('this must be filled in').waitFor()
    await page.getByLabel('What is wrong, and why').first().fill('Two sales of 3 March are missing.')
    await page.getByRole('button', { name: 'Send the objection' }).first().click()
    await page.getByText('You objected').waitFor()
    const { statement } = await merchant().getSettlement({ lifecycleId: 'life-4' })
    expect(statement?.status).toBe('disputed')
  })

  it('reports under which number a device travels', async () => {
    const page = await visit('/t/life-4/devices')
    await page.getByText('I have sent it').first().click()
    await page.getByLabel('Carrier').fill('SF')
    await page.getByRole('button', { name: 'Report that it was sent' }).click()
    await page.getByText('On its way').waitFor()
    const { items } = await merchant().getDevices({ lifecycleId: 'life-4' })
    expect(items.find(({ serial }) => serial === 'SN-0104')?.custody).toBe('inTransit')
  })

  it('sees what remains of a terminal that is closed, and takes its dossier away', async () => {
    const page = await visit('/t/life-5')
    await page.getByText(/^Closed on /).waitFor()
    await page.getByText(/Deposit D-10000005 ¥500\.00/).waitFor()
    expect(await page.locator('.note.done li').count()).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /dossier/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('10000005.json')
    const dossier = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(dossier.case.state).toBe('closed')
    expect(dossier.obligations.items).toHaveLength(1)
  })

  it('is told of a hidden hold what is told of anything that nobody can explain', async () => {
    const page = await visit('/t/life-6')
    const sentence =
      'This cannot be done at present. Contact your provider (400-000-0000), quoting terminal 10000006.'
    await page.getByText(sentence).first().waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/RULE|violation|watch|hidden/i)
  })
})
