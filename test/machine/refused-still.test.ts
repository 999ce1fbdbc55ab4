import { describe, expect, it } from 'vitest'
import { type Actor, type BlockerCode, defaultPolicy } from '../../src/domain/index.ts'
import { explain } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  byTwo,
  drained,
  erased,
  keysRemoved,
  orderOf,
  returned,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, onlyAs, p1, p2, p3, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'

const second = '123-456-790'
const of = (one: string, owner: 'provider' | 'merchant' = 'provider') =>
  ({ serial: one, owner, tenancy: 'sole' }) as const
const replaced = { ...of(second), type: 'device.replaced', oldSerial: serial, newSerial: second } as const
const passed = (kind: 'smoke' | 'full' = 'full'): LifecycleEvent => ({
  ...{ type: 'test.passed', serial, kind },
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
})
const works = (differs: object = {}) =>
  ({ type: 'hold.placed', holdId: 'works', code: 'SYSTEM_MAINTENANCE', ...differs }) as LifecycleEvent
const arrears = (differs: object = {}) =>
  ({ type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS', ...differs }) as LifecycleEvent
const fee = (chargeId: string, amount = 5_000): LifecycleEvent => ({
  ...{ type: 'charge.raised', chargeId, kind: 'penalty', amount: cny(amount), feeTableVersion: 'standard' },
})
const refund = (amount: number) =>
  ({ type: 'refund.ordered', refundId: 'r-1', depositId: 'deposit-1', amount: cny(amount) }) as const
const copy = (world: World): LifecycleEvent => ({
  ...{ type: 'backup.recorded', serial, upTo: world.at(), hash: digestOf('later'), method: 'computer' },
  ...{ encrypted: true, containsCardholderData: false },
})
const authorised = { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' } as const
const waived = {
  type: 'backup.waived',
  serial,
  statement: paper('server_side_records_statement'),
} as const
const named = { type: 'hold.reclassified', holdId: 'works', code: 'HARDWARE_FAULT' } as LifecycleEvent
const applicationId = 'application-2'
const away = { type: 'return.authorised', serial } as const
const later = '2026-05-01T00:00:00+08:00'

type Told = readonly [Actor, LifecycleEvent]
const report: Told = [
  p1,
  { type: 'document.added', document: paper('damage_report', 'report', { cause: 'human' }) },
]
const onReport = (chargeId: string, kind: 'damage' | 'accessory') =>
  ({ ...fee(chargeId), kind, documentId: 'report' }) as LifecycleEvent
const unbinds: Told = [p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' }]
const lifts: Told = [p1, { type: 'hold.lifted', holdId: 'works' }]
type Row = readonly [
  name: string,
  world: () => World | Promise<World>,
  act: (world: World) => Told | Promise<Told>,
  ...codes: BlockerCode[],
]
const after =
  (input: Parameters<typeof openPlay>[0], ...told: readonly (Told | ((world: World) => Promise<void>))[]) =>
  async (): Promise<World> => {
    const world = openPlay(input)
    for (const one of told) await (typeof one === 'function' ? one(world) : world.tell(...one))
    return world
  }
/** A pause that the merchant asked for begins later. */
const paused = async (reason: 'MERCHANT_REQUEST' | 'BUSINESS_ADJUSTMENT') => {
  const world = openPlay()
  await world.tell(m1, suspensionRequested({ reason, plannedPeriod: { from: later } } as never))
  await world.tell(p2, reviewApproved('application-1'))
  return world
}
/** Nothing is left on the device, and nobody has sent it back, where a number is unbound once its device is there. */
const emptied = async (owner: 'merchant' | 'provider') => {
  const policy = { ...defaultPolicy, unbindRequires: 'received' } as const
  const world = openPlay(terminal({ devices: [of(serial, owner)] }), undefined, undefined, policy)
  const disposition = owner === 'merchant' ? 'merchantOwned' : 'return'
  await world.tell(m1, closureRequested({ disposition }))
  await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  await run(world, saleOff, drained, backedUp, erased, keysRemoved)
  return world
}

/** What is refused, and why; no code: it is accepted. */
const rows: readonly Row[] = [
  [
    'a closure that names a device which was replaced',
    after(undefined, [p1, replaced]),
    () => [m1, closureRequested()],
    'IDENTITY_MISMATCH',
  ],
  [
    'another copy of a device whose wipe is authorised',
    after(undefined, (world) => run(world, approved, saleOff, drained, backedUp), [p1, authorised]),
    (world) => [m1, copy(world)],
    'ALREADY_DECIDED',
  ],
  [
    'to do without a copy of a device whose wipe is authorised',
    after(
      undefined,
      (world) => run(world, approved, saleOff, drained, backedUp),
      [p1, authorised],
      [p1, { type: 'act.proposed', act: waived }],
    ),
    () => [p2, waived],
    'ALREADY_DECIDED',
  ],
  [
    'another amount under the name of a refund that has arrived',
    after(undefined, async (world) => {
      await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified)
      await byTwo(world, refund(50_000))
      const orderId = await orderOf(world, 'refundDeposit')
      await world.tell(sys, {
        type: 'refund.confirmed',
        orderId,
        depositId: 'deposit-1',
        amount: cny(50_000),
      })
      await world.tell(p1, { type: 'act.proposed', act: refund(40_000) })
    }),
    () => [p2, refund(40_000)],
    'REFERENCE_IN_USE',
  ],
  [
    'to have a device fetched where no form says where it is',
    after(undefined, [p1, replaced]),
    () => [
      p1,
      { ...away, destination: 'collection', seal: { bagNo: 'b-1', trackingNo: 't-1' } } as LifecycleEvent,
    ],
    'REQUIRED_HERE',
  ],
  [
    'by the merchant: to call off a pause that it has asked for to change its business',
    () => paused('BUSINESS_ADJUSTMENT'),
    () => [m1, { type: 'hold.lifted', holdId: 'suspension:application-1' }],
    'ROLE_NOT_ALLOWED',
  ],
  [
    'by the merchant: to call off a pause that it has asked for and that has not begun',
    () => paused('MERCHANT_REQUEST'),
    () => [m1, { type: 'hold.lifted', holdId: 'suspension:application-1' }],
  ],
  [
    'to call off a hold of arrears that has not begun while its charge is open',
    after(undefined, [p1, fee('c-1')], [p1, arrears({ startsAt: later, chargeId: 'c-1' })]),
    () => [p1, { type: 'hold.lifted', holdId: 'arrears' }],
    'REMEDY_OPEN',
  ],
  [
    'to name the reason of a hold that nothing ends',
    after(
      undefined,
      [p1, works({ code: 'UNKNOWN', release: 'none' })],
      [p1, { type: 'act.proposed', act: named as never }],
    ),
    () => [p2, named],
    'WRONG_RELEASE_PATH',
  ],
  [
    'a paper for a hold that its sender must not know of',
    after(undefined, [p1, works({ disclosure: 'hidden' })]),
    () => [m1, { type: 'document.added', document: paper('supporting_evidence'), for: 'works' }],
    'HOLD_UNKNOWN',
  ],
  [
    'to accept a reading that is not the newest one',
    after(undefined, async (world) => {
      const first = world.at()
      await world.tell(sys, statusRead('on', first, 'closed'))
      for (const _ of [1, 2]) await world.tell(sys, statusRead('on', world.at(), 'closed'))
      const act = {
        type: 'reading.accepted',
        readAt: first,
        evidence: [paper('host_status_record')],
      } as const
      await world.tell(p1, { type: 'act.proposed', act })
    }),
    async (world) => {
      const { act } = Object.values((await world.context()).proposedActs)[0] ?? {}
      return [p2, act as LifecycleEvent]
    },
    'READING_UNKNOWN',
  ],
  [
    'an answer that brings nothing new',
    after(
      terminal({ holds: [{ holdId: 'own', code: 'LICENCE_EXPIRED' }] }),
      [m1, reinstatementRequested({ own: 'LICENCE_EXPIRED' })],
      [p2, { type: 'review.informationRequested', applicationId, items: ['a better copy'] }],
    ),
    () => [
      m1,
      { type: 'application.supplemented', applicationId, documents: [], digest: digestOf(applicationId) },
    ],
    'REFERENCE_IN_USE',
  ],
  [
    'by the merchant: the full test',
    after(undefined, [p1, works({ test: 'smoke' })], lifts),
    () => [m1, passed()],
    'ROLE_NOT_ALLOWED',
  ],
  [
    'by the merchant: the small test where no more is owed',
    after(undefined, [p1, works({ test: 'smoke' })], lifts),
    () => [m1, passed('smoke')],
  ],
  [
    'by who looks on and has a duty as well: what that duty is for',
    () => openPlay(),
    () => [onlyAs(p1, 'auditor', 'risk'), arrears()],
  ],
  ['by who only looks on', () => openPlay(), () => [onlyAs(p1, 'auditor'), works()], 'DUTY_REQUIRED'],
  [
    'to unbind the merchant’s own device, which never comes, where others have to be back',
    () => emptied('merchant'),
    () => unbinds,
  ],
  [
    'to unbind a device that is not back, where it has to be',
    () => emptied('provider'),
    () => unbinds,
    'DEVICE_NOT_RECEIVED',
  ],
  [
    'what is missing, charged on a report on which a damage was charged',
    after(undefined, report, [p1, onReport('c-1', 'damage')]),
    () => [p1, onReport('c-2', 'accessory')],
  ],
  [
    'a damage, charged twice on one report',
    after(undefined, report, [p1, onReport('c-1', 'damage')]),
    () => [p1, onReport('c-2', 'damage')],
    'CHARGE_ENDED',
  ],
  [
    'more than was claimed, by who decides on a charge',
    after(
      undefined,
      [p1, fee('c-1')],
      [m1, { type: 'charge.disputed', chargeId: 'c-1', grounds: 'too much' }],
    ),
    () => [p3, { type: 'charge.determined', chargeId: 'c-1', amount: cny(5_001) }],
    'AMOUNT_TOO_HIGH',
  ],
  [
    'an exception for a device that is replaced, by one person',
    () => openPlay(),
    () => [p1, { ...replaced, exception: paper('supporting_evidence') } as LifecycleEvent],
    'SECOND_PERSON_REQUIRED',
  ],
]

describe('what is said to a record', () => {
  it.each(rows.map(([name, ...row]) => [name, row] as const))(
    'is answered as it is: %s',
    async (_, [opened, act, ...codes]) => {
      const world = await opened()
      const [actor, event] = await act(world)
      const found = explain(await world.record(), event, { at: world.at(), actor })
      expect(found.map(({ code }) => code)).toEqual(codes)
    },
  )
})
