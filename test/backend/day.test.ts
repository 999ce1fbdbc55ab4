import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPages } from '../../src/client/index.ts'
import { type AcquirerClient, verifyJournal } from '../../src/contract/index.ts'
import { digestOf } from '../support/samples.ts'
import { closure } from './house.ts'
import { openWorkday, photo, shown, terminalRef, upload } from './workday.ts'

const cny = (amount: number) => ({ amount, currency: 'CNY' })

/** What is left of the deposit, as whoever is to pay it back reads it. */
const refundOf = async (portal: AcquirerClient) => {
  const { items } = await portal.getDeposits(about())
  const { depositId, open } = items[0] ?? expect.fail('no deposit')
  return {
    type: 'refund.ordered',
    depositId,
    refundId: 'refund-1',
    amount: open,
    method: 'originalRoute',
  } as const
}

type Workday = Awaited<ReturnType<typeof openWorkday>>
let day: Workday
/** What somebody has seen and wrote down on paper: nothing else goes from one step to the next. */
const seen = { lifecycleId: '', applicationId: '', serial: '' }
const about = () => ({ lifecycleId: seen.lifecycleId })

beforeAll(async () => {
  day = await openWorkday()
})
afterAll(() => day.close())

describe('a day of a portal user, a reviewer, a warehouse and an auditor, over HTTP alone', () => {
  it('the merchant finds its terminal, sees what is owed, and files with its papers', async () => {
    await day.step('merchant', async (portal) => {
      const { items } = await portal.findTerminals({})
      seen.lifecycleId = items[0]?.lifecycleId ?? ''
    })
    const owed = await day.step('merchant', (portal) => portal.checkClosure(about()))
    expect(owed.balances.deposits).toEqual({ amount: 200_000, currency: 'CNY' })
    const procedure = await day.step('merchant', (portal) =>
      portal.getProcedure({ ...about(), process: 'closure' }),
    )
    const wanted = procedure.papers.map(({ type }) => type).filter((type) => type !== 'closure_request')
    expect(wanted).toEqual(['business_licence'])
    const licence = await day.step('merchant', (portal) =>
      upload(portal, 'business_licence', { validTo: '2031-12-31T23:59:59+08:00' }),
    )
    const filed = await day.step('merchant', (portal) =>
      portal.submitClosure({ ...about(), ...closure, documents: [licence] }),
    )
    expect(filed.applicationId).toBe(closure.applicationId)
  })

  it('the reviewer asks for more, the merchant brings it, and the reviewer decides with the papers in view', async () => {
    const view = await day.step('reviewer', (portal) => portal.getTerminal(about()))
    seen.applicationId = view.applicationId ?? ''
    shown(view, 'review.informationRequested')
    const { applicationId } = seen
    const items = ['Who signed?']
    await day.step('reviewer', (portal) =>
      portal.decideApplication({ applicationId, decision: 'askInformation', items }),
    )
    const asked = await day.step('merchant', (portal) => portal.getApplication({ applicationId }))
    expect(asked).toMatchObject({ status: 'needsInformation', informationItems: items })
    const identity = await day.step('merchant', (portal) =>
      upload(portal, 'identity_proof', { longTerm: true }),
    )
    await day.step('merchant', (portal) => portal.supplyInformation({ applicationId, documents: [identity] }))
    const { digest } = await day.step('reviewer', (portal) => portal.getApplication({ applicationId }))
    const checked = await day.step('reviewer', async (portal) => {
      const { items: papers } = await portal.getDocuments(about())
      expect(papers.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['closure_request', 'business_licence', 'identity_proof']),
      )
      const scans = papers.filter(({ type }) => type === 'business_licence' || type === 'identity_proof')
      for (const { id, type } of scans) {
        const { content } = await portal.getDocumentContent({ documentId: id })
        expect(content).toEqual(photo(type as 'business_licence' | 'identity_proof'))
      }
      expect(scans).toHaveLength(2)
      return papers.map(({ id, digest: of }) => ({ documentId: id, digest: of }))
    })
    const approved = await day.step('reviewer', (portal) =>
      portal.decideApplication({ applicationId, decision: 'approve', digest, checked }),
    )
    expect(JSON.stringify(approved.state)).toContain('clearing')
    await day.systems()
  })

  it('the device is copied, wiped, shipped and looked at, each by whose work it is', async () => {
    const { items: devices } = await day.step('merchant', (portal) => portal.getDevices(about()))
    const serial = devices[0]?.serial ?? expect.fail('no device')
    seen.serial = serial
    const hash = digestOf('copy')
    const upTo = '2026-03-02T12:00:00.000Z'
    await day.step('merchant', async (portal) => {
      shown(await portal.getTerminal(about()), 'backup.recorded')
      await portal.recordBackup({
        ...{ ...about(), serial, upTo, hash, method: 'computer', encrypted: true },
        containsCardholderData: false,
      })
    })
    await day.systems()
    await day.step('workshop', async (portal) => {
      const { ref } = shown(await portal.getTerminal(about()), 'erasure.authorised')
      const event = { type: 'erasure.authorised', serial: ref, scope: 'device', procedure: 'wipe-3' } as const
      await portal.recordEvent({ ...about(), event })
    })
    await day.systems()
    await day.step('foreman', async (portal) => {
      shown(await portal.getTerminal(about()), 'erasure.verified')
      await portal.recordEvent({ ...about(), event: { type: 'erasure.verified', serial } })
    })
    await day.step('warehouse', async (portal) => {
      shown(await portal.getTerminal(about()), 'keys.removed')
      await portal.recordEvent({ ...about(), event: { type: 'keys.removed', serial, method: 'zeroised' } })
    })
    await day.step('warehouse', async (portal) => {
      shown(await portal.getTerminal(about()), 'return.authorised')
      const event = { type: 'return.authorised', serial, destination: 'institution' } as const
      await portal.recordEvent({ ...about(), event })
    })
    await day.step('merchant', async (portal) => {
      shown(await portal.getTerminal(about()), 'device.shipped')
      const event = { type: 'device.shipped', serial, carrier: 'courier', trackingNo: 'track-1' } as const
      await portal.recordEvent({ ...about(), event })
    })
    await day.step('warehouse', async (portal) => {
      shown(await portal.getTerminal(about()), 'device.received')
      await portal.confirmDeviceReceipt({ ...about(), serial, receiptId: 'receipt-1' })
    })
    await day.step('workshop', async (portal) => {
      shown(await portal.getTerminal(about()), 'device.inspected')
      const damage = { cause: 'human', description: 'The screen is broken.' } as const
      await portal.recordEvent({
        ...about(),
        event: { type: 'device.inspected', serial, condition: 'damaged', accessories: [], damage },
      })
    })
  })

  it('the damage is charged by the one whose work it is', async () => {
    await day.step('settlement', async (portal) => {
      const { ref } = shown(await portal.getTerminal(about()), 'charge.raised')
      expect(ref).toBe(seen.serial)
      const event = {
        type: 'charge.raised',
        chargeId: 'charge-1',
        kind: 'damage',
        serial: seen.serial,
        amount: { amount: 30_000, currency: 'CNY' },
        feeTableVersion: 'standard',
      } as const
      await portal.recordEvent({ ...about(), event })
    })
  })

  it('the merchant reads the statement, says where the money goes, objects, agrees to the next one, and is paid [R-022]', async () => {
    const account = { token: 'account-1', name: '青禾便利店' }
    await day.step('merchant', async (portal) => {
      shown(await portal.getTerminal(about()), 'payoutAccount.changed')
      await portal.agreePayoutMethod({ ...about(), ...account })
    })
    await day.step('settlement', async (portal) => {
      shown(await portal.getTerminal(about()), 'payoutAccount.verified')
      const evidence = [await upload(portal, 'payout_account_verification', { result: 'matches' })]
      const event = { type: 'payoutAccount.verified', token: account.token, evidence } as const
      await portal.recordEvent({ ...about(), event })
    })
    await day.systems(3)
    await day.step('merchant', async (portal) => {
      shown(await portal.getTerminal(about()), 'settlement.disputed')
      const { statement } = await portal.getSettlement(about())
      expect(statement).toMatchObject({ net: { amount: 50_000, currency: 'CNY' }, gross: null })
      const { statementId } = statement ?? expect.fail('no statement')
      const grounds = 'It does not say which fees were taken off.'
      await portal.confirmSettlement({ ...about(), statementId, decision: 'dispute', grounds })
    })
    await day.step('settlement', async (portal) => {
      const view = await portal.getTerminal(about())
      expect(shown(view, 'settlement.stated').code).toBe('SETTLEMENT_DISPUTED')
      const { statement } = await portal.getSettlement(about())
      expect(statement?.status).toBe('disputed')
      const { upTo, net } = statement ?? expect.fail('no statement')
      const parts = { gross: cny(50_600), fees: cny(600) }
      const event = { type: 'settlement.stated', statementId: 'statement-2', upTo, net, ...parts } as const
      await portal.recordEvent({ ...about(), event })
    })
    await day.step('merchant', async (portal) => {
      expect(shown(await portal.getTerminal(about()), 'settlement.confirmed').enabled).toBe(true)
      const { statement } = await portal.getSettlement(about())
      expect(statement).toMatchObject({ gross: cny(50_600), fees: cny(600), status: 'stated' })
      const { statementId } = statement ?? expect.fail('no statement')
      await portal.confirmSettlement({ ...about(), statementId, decision: 'agree' })
    })
    await day.step('settlement', async (portal) => {
      const { amount } = shown(await portal.getTerminal(about()), 'payout.ordered')
      const event = { type: 'payout.ordered', payoutId: 'payout-1', amount: amount ?? expect.fail() } as const
      await portal.recordEvent({ ...about(), event })
    })
    await day.systems()
  })

  it('the damage is taken off the deposit, the rest goes back, and the terminal is closed', async () => {
    await day.systems(25)
    const taken = await day.step('cashier', async (portal) => {
      const { ref, amount } = shown(await portal.getTerminal(about()), 'charge.met')
      return { chargeId: ref, amount: amount ?? expect.fail('no amount') }
    })
    await day.step('cashier', async (portal) => {
      const { items: deposits } = await portal.getDeposits(about())
      const { depositId } = deposits[0] ?? expect.fail('no deposit')
      await portal.recordEvent({ ...about(), event: { type: 'deposit.deducted', depositId, ...taken } })
    })
    await day.step('settlement', async (portal) => {
      const act = await refundOf(portal)
      expect(act.amount).toEqual(cny(170_000))
      await portal.recordEvent({ ...about(), event: { type: 'act.proposed', act } })
    })
    await day.step('cashier', async (portal) => {
      expect(shown(await portal.getTerminal(about()), 'refund.ordered').enabled).toBe(true)
      await portal.recordEvent({ ...about(), event: await refundOf(portal) })
    })
    await day.systems()
    await day.step('intake', async (portal) => {
      const { ref } = shown(await portal.getTerminal(about()), 'unbinding.ordered')
      await portal.unbindTerminal({ ...about(), serial: ref, registryRef: 'registry-9' })
    })
    await day.systems()
    const { state } = await day.step('merchant', (portal) => portal.getTerminal(about()))
    expect(state).toBe('closed')
  })

  it('the auditor exports the whole of it, and shows that nothing of it was altered [R-031 R-199]', async () => {
    await day.step('auditor', async (portal) => {
      const dossier = await portal.exportDossier(about())
      expect(dossier.case.state).toBe('closed')
      const kept = dossier.documents.items.map(({ type }) => type)
      expect(kept).toEqual(expect.arrayContaining(['closure_request', 'business_licence', 'identity_proof']))
      const head = dossier.case.head
      const found = await verifyJournal(allPages(portal.getJournal, about()), { head })
      expect(found).toMatchObject({ ok: true, head })
    })
    expect(day.mock.snapshot().world).toMatchObject({
      refunds: { 'deposit-1': 170_000 },
      terminals: { [terminalRef]: { paidOut: 50_000, registry: 'closed', unbound: ['registry-9'] } },
    })
    expect(day.mock.effects().every(({ count }) => count === 1)).toBe(true)
  })
})
