import { describe, expect, it } from 'vitest'
import { type Actor, defaultPolicy } from '../../src/domain/index.ts'
import { explain } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  agreed,
  authority,
  beforeRefund,
  lost,
  payout,
  placed,
  quiet,
  refund,
  stated,
} from '../blockers/acts.ts'
import {
  accountVerified,
  approved,
  byTwo,
  clearingParts,
  confirmed,
  drained,
  erased,
  orderOf,
  over,
  readClosed,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, onlyAs, p1, p2, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

const whyNot = async (world: World, actor: Actor, event: object) =>
  explain(await world.record(), event as LifecycleEvent, { at: world.at(), actor })
const codes = async (world: World, actor: Actor, event: object) =>
  (await whyNot(world, actor, event)).map(({ code }) => code)

const replaced = (oldSerial: string, newSerial: string) =>
  ({ type: 'device.replaced', oldSerial, newSerial, owner: 'provider', tenancy: 'sole' }) as const
const rejected = (applicationId: string, code: 'other' | 'account_problem'): LifecycleEvent => ({
  type: 'review.rejected',
  applicationId,
  code,
  reason: 'blurred',
  resubmittable: true,
})
const supplemented = (applicationId: string, differs: object = {}) => ({
  type: 'application.supplemented',
  applicationId,
  digest: digestOf('another'),
  documents: [paper('business_licence', 'licence-2')],
  ...differs,
})

describe('an application is refused', () => {
  it('when what is added bears the digest that was signed before', async () => {
    const world = openPlay()
    await world.tell(m1, closureRequested())
    await world.tell(p2, rejected('application-1', 'other'))
    const same = supplemented('application-1', { digest: digestOf('application-1') })
    expect(await codes(world, m1, same)).toEqual(['REFERENCE_IN_USE'])
    expect(await codes(world, m1, supplemented('application-1'))).toEqual([])
  })

  it('when a hold bears its name already', async () => {
    const world = openPlay()
    await world.tell(m1, suspensionRequested())
    await world.tell(p2, reviewApproved('application-1'))
    expect(await codes(world, m1, suspensionRequested())).toEqual(['REFERENCE_IN_USE'])
  })

  it('while the cause is open only where the rejection asked for what settles it', async () => {
    const asked = async (code: 'other' | 'account_problem') => {
      const world = openPlay(terminal({ holds: [{ holdId: 'h', code: 'SETTLEMENT_ACCOUNT_CHANGED' }] }))
      const { documents: papers = [], ...asks } = reinstatementRequested({ h: 'SETTLEMENT_ACCOUNT_CHANGED' })
      await world.tell(m1, { ...asks, documents: [...papers, paper('settlement_account_change_proof')] })
      await world.tell(p2, rejected('application-2', code))
      const documents = [paper('account_info', 'account-2')]
      return codes(world, m1, supplemented('application-2', { documents }))
    }
    expect(await asked('account_problem')).toEqual(['ACCOUNT_UNVERIFIED'])
    expect(await asked('other')).toEqual([])
  })

  it('when a remedy is of a hold that nobody knows, though not when it is of another one', async () => {
    const holds = ['h', 'other'].map((holdId) => ({ holdId, code: 'LICENCE_EXPIRED' as const }))
    const world = openPlay(terminal({ holds }))
    const asks = reinstatementRequested({ h: 'LICENCE_EXPIRED' })
    const [own] = asks.request.remedies
    const withRemedyOf = (holdId: string) => ({
      ...asks,
      request: { ...asks.request, remedies: [own, { ...own, holdId }] },
    })
    expect(await codes(world, m1, withRemedyOf('nobody'))).toEqual(['HOLD_UNKNOWN'])
    expect(await codes(world, m1, withRemedyOf('other'))).toEqual([])
  })
})

describe('a device', () => {
  it('that is replaced is one that is bound, by one that has been found again', async () => {
    const world = openPlay()
    await world.tell(p1, replaced(serial, 'new-1'))
    expect(await codes(world, p1, replaced(serial, 'new-2'))).toEqual(['WRONG_SERIAL'])
    await world.tell(m1, lost)
    expect(await whyNot(world, p1, replaced('new-1', serial))).toContainEqual(
      expect.objectContaining({ code: 'DEVICE_REPORTED_LOST', ref: serial, clearedBy: ['device.found'] }),
    )
  })
})

describe('a hold', () => {
  it('of which nothing is known asks for the duty that a grave one asks for', async () => {
    const cashier = onlyAs(p1, 'settlement')
    for (const event of [{ type: 'hold.rescinded', holdId: 'nobody' }, { type: 'hold.placed' }])
      expect(await codes(openPlay(), cashier, event)).toContain('DUTY_REQUIRED')
  })

  it('of a closed life limits payouts, or forbids that it is purged, and nothing else', async () => {
    const world = openPlay()
    await run(world, approved, ...clearingParts, confirmed, readClosed)
    const late = (...caps: string[]) => codes(world, p1, { ...placed('late', 'ACCOUNT_DISPUTE'), caps })
    expect(await late('erasure')).toEqual([])
    expect(await late('payout', 'erasure')).toEqual([])
    expect(await late('sale')).toEqual(['NOT_ALLOWED_IN_STATE'])
    expect(await late('payout', 'sale')).toEqual(['NOT_ALLOWED_IN_STATE'])
  })

  it('that is hidden by its reason is placed only by who may hide', async () => {
    const strict = openPlay(undefined, undefined, undefined, { ...defaultPolicy, mayHide: [] })
    // only an order that bears a reference leaves the provider no choice
    const noOrder = { ...placed('court', 'AUTHORITY_ORDER'), caps: ['sale'] }
    expect(await codes(strict, authority, noOrder)).toEqual(['AUTHORITY_ORDER_REQUIRED', 'ROLE_NOT_ALLOWED'])
    expect(await codes(openPlay(), authority, noOrder)).toEqual(['AUTHORITY_ORDER_REQUIRED'])
  })
})

describe('near the end', () => {
  it('an appeal is upheld only before what cannot be taken back, and dismissed at any time', async () => {
    const world = openPlay(undefined, undefined, undefined, { ...defaultPolicy, appealAllowed: true })
    const proposalId = 'proposal-1'
    await world.tell(p1, { type: 'closure.proposed', proposalId, reason: 'RULE_VIOLATION', basis: 'fraud' })
    await world.tell(p2, { type: 'closure.imposed', proposalId })
    await world.tell(m1, { type: 'closure.appealed', proposalId, grounds: 'it was not us' })
    const decided = (outcome: string) => codes(world, p3, { type: 'appeal.decided', proposalId, outcome })
    expect(await decided('upheld')).toEqual([])
    await run(world, ...quiet, erased)
    expect(await decided('upheld')).toEqual(['IRREVERSIBLE_ACT_DONE'])
    expect(await decided('dismissed')).toEqual([])
  })

  it('what is carried over may be asked about without its amount', async () => {
    const world = openPlay()
    await run(world, approved, ...beforeRefund)
    const about = { type: 'obligation.carriedOver', kind: 'deposit', ref: 'deposit-1' }
    expect(await codes(world, p1, about)).not.toContain('CARRY_OVER_INCOMPLETE')
    expect(await codes(world, p1, { ...about, amount: { amount: 0, currency: 'CNY' } })).toContain(
      'CARRY_OVER_INCOMPLETE',
    )
  })

  it('a refund that failed is repeated only as far as the deposit is still free', async () => {
    const world = openPlay()
    await run(world, approved, ...beforeRefund)
    await byTwo(world, refund())
    const orderId = await orderOf(world, 'refundDeposit')
    await world.tell(sys, { type: 'order.failed', orderId, code: 'SYSTEM_DOWN', retryable: false })
    expect(await codes(world, p1, { type: 'order.repeated', orderId })).toEqual([])
    await byTwo(world, over('obligation-1', 'deposit', 'deposit-1', 150_000))
    expect(await whyNot(world, p1, { type: 'order.repeated', orderId })).toMatchObject([
      { code: 'AMOUNT_TOO_HIGH', ref: 'deposit-1', data: { limit: 50_000 } },
    ])
  })

  it('a statement that counts as accepted is paid out like one that was confirmed', async () => {
    const world = openPlay()
    await run(world, approved, saleOff, drained, accountVerified)
    await world.tell(p3, stated('statement-1', world.at()))
    expect(await codes(world, p3, payout())).toEqual(['SETTLEMENT_NOT_CONFIRMED'])
    await world.pass(40)
    const proof = paper('service_of_notice')
    await byTwo(world, { type: 'settlement.deemedAccepted', statementId: 'statement-1', proof })
    expect(await codes(world, p3, payout())).toEqual([])
    const confirmedOne = openPlay()
    await run(confirmedOne, approved, saleOff, drained, accountVerified, agreed)
    expect(await codes(confirmedOne, p3, payout())).toEqual([])
  })
})
