import type { LifecycleEvent } from 'terminal-lifecycle'
import { type House, merchantId, movableClock, openHouse, people, systems } from './house.ts'

const { 'clerk-token': clerk, 'reviewer-token': reviewer, 'merchant-token': owner } = people
const cny = (amount: number) => ({ amount, currency: 'CNY' })
const name = '青禾便利店'

/** The bytes of a small picture, so that the papers of the stories are papers. */
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

const upload = async ({ as }: House, type: 'business_licence', validTo: string) => {
  const source = {
    type,
    mediaType: 'image/png',
    name: 'licence.png',
    content: picture,
    facts: { validTo },
  } as const
  return (await as('merchant-token').uploadDocument(source)).reference
}

const device = (serial: string, differs: object = {}) => ({
  serial,
  model: 'A920',
  owner: 'provider' as const,
  tenancy: 'sole' as const,
  ...differs,
})

const base = (applicationId: string) => ({
  applicationId,
  merchantId,
  merchantName: name,
  channel: 'online' as const,
  signatory: { personId: owner.personId, authority: 'legalRepresentative' as const },
  attested: true,
  contact: { name: '林晓', mobile: '13800138000' },
})

/** The provider knows: it cannot sell since its licence has expired. */
const suspended = async ({ open, tell }: House, lifecycleId: string, terminalId: string, serial: string) => {
  await open({ lifecycleId, terminalId, merchantName: name, devices: [device(serial)] })
  await tell(lifecycleId, clerk, { type: 'hold.placed', holdId: 'licence', code: 'LICENCE_EXPIRED' })
}

const refused = async (house: House, clock: Clock) => {
  const id = 'life-3'
  clock.daysAgo(12)
  await suspended(house, id, '10000003', 'SN-0003')
  clock.daysAgo(9)
  const licence = await upload(house, 'business_licence', '2036-12-31T23:59:59+08:00')
  const merchant = house.as('merchant-token')
  const applicationId = 'application-3'
  await merchant.submitReinstatement({
    ...base(applicationId),
    ...{ lifecycleId: id, process: 'reinstatement', terminalId: '10000003', serialNumber: 'SN-0003' },
    ...{ holdIds: ['licence'], reasons: ['LICENCE_EXPIRED'], suspendedOn: clock.now().slice(0, 10) },
    reasonDescription: '营业执照到期。',
    whyRestore: '门店继续营业。',
    whyLift: '新执照已领取。',
    account: { accountName: name, accountNumberMasked: '****1234' },
    documents: [licence],
    remedies: [{ holdId: 'licence', kind: 'renewal', performedBy: 'merchant', evidence: [licence.id] }],
  })
  clock.daysAgo(2)
  await house.as('reviewer-token').decideApplication({
    ...{ applicationId, decision: 'reject', code: 'documents_incorrect', resubmittable: true },
    reason: '照片看不清有效期。',
  })
}

const closing = async (
  house: House,
  clock: Clock,
  lifecycleId: string,
  terminalId: string,
  serials: readonly string[],
) => {
  const { open, tell, as } = house
  await open({
    lifecycleId,
    terminalId,
    merchantName: name,
    devices: serials.map((serial) => device(serial)),
    deposits: [
      { depositId: `D-${terminalId}`, kind: 'device_pledge', amount: cny(50_000), heldBy: 'acquirer-1' },
    ],
  })
  clock.daysAgo(25)
  const licence = await upload(house, 'business_licence', '2036-12-31T23:59:59+08:00')
  const applicationId = `application-${lifecycleId}`
  await as('merchant-token').submitClosure({
    ...base(applicationId),
    ...{ lifecycleId, process: 'closure', terminalId, serialNumber: serials[0], documents: [licence] },
    ...{ reason: 'NO_LONGER_NEEDED', duration: 'permanent', disposition: 'return' },
    acknowledgement: { procedureVersion: 'unpublished', at: clock.now(), contractReviewed: true },
  })
  clock.daysAgo(20)
  const { digest } = await as('reviewer-token').getApplication({ applicationId })
  await as('reviewer-token').decideApplication({
    ...{
      applicationId,
      decision: 'approve',
      digest,
      checked: [{ documentId: licence.id, digest: licence.digest }],
    },
  })
  await house.runtime.drain()
  for (const serial of serials)
    await tell(lifecycleId, systems, {
      ...{
        type: 'batch.uploaded',
        serial,
        batchNo: `batch-${serial}`,
        upTo: clock.now(),
        count: 3,
        total: cny(131_000),
      },
      hostTotals: { count: 3, total: cny(131_000) },
    })
}

/** On its way to the end: a statement to be agreed on, a damage to be paid, a device to be sent. */
const halfClosed = async (house: House, clock: Clock) => {
  const id = 'life-4'
  const [sent = '', kept = ''] = ['SN-0004', 'SN-0104']
  clock.daysAgo(30)
  await closing(house, clock, id, '10000004', [sent, kept])
  const tell = (actor: typeof clerk, event: LifecycleEvent) => house.tell(id, actor, event)
  clock.daysAgo(14)
  for (const serial of [sent, kept])
    await tell(clerk, {
      ...{ type: 'return.authorised', serial, destination: 'institution' },
      seal: { bagNo: `BAG-${serial}`, trackingNo: `TRACK-${serial}` },
    })
  clock.daysAgo(10)
  await tell(owner, {
    ...{
      type: 'device.shipped',
      serial: sent,
      carrier: '顺丰',
      trackingNo: `TRACK-${sent}`,
      bagNo: `BAG-${sent}`,
    },
  })
  clock.daysAgo(7)
  await tell(clerk, {
    type: 'device.received',
    serial: sent,
    receiptId: 'R-1',
    bagNo: `BAG-${sent}`,
    sealIntact: true,
  })
  await tell(reviewer, {
    ...{ type: 'device.inspected', serial: sent, condition: 'damaged', accessories: [] },
    damage: { cause: 'human', description: '屏幕损坏' },
  })
  await tell(clerk, {
    ...{
      type: 'charge.raised',
      chargeId: 'C-7',
      kind: 'damage',
      amount: cny(12_000),
      feeTableVersion: 'standard',
    },
    serial: sent,
  })
  clock.daysAgo(3)
  await tell(systems, {
    ...{ type: 'settlement.stated', statementId: 'S-12', upTo: clock.now() },
    ...{ gross: cny(131_000), fees: cny(2_360), net: cny(128_640) },
  })
}

/** Closed half a year's guarantee ago: what remains is a deposit that two people carried over. */
const closed = async (house: House, clock: Clock) => {
  const id = 'life-5'
  const [serial, depositId] = ['SN-0005', 'D-10000005']
  clock.daysAgo(60)
  await closing(house, clock, id, '10000005', [serial])
  const tell = (actor: typeof clerk | typeof systems, event: LifecycleEvent) => house.tell(id, actor, event)
  const hash = 'b'.repeat(64)
  await tell(owner, {
    ...{ type: 'backup.recorded', serial, upTo: clock.now(), hash, method: 'computer' },
    ...{ encrypted: true, containsCardholderData: false },
  })
  await tell(systems, { type: 'backup.verified', serial, hash })
  await tell(clerk, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  await tell(clerk, { type: 'erasure.completed', serial, method: 'purge', tool: 'vendor tool 4' })
  await tell(reviewer, { type: 'erasure.verified', serial })
  await tell(clerk, { type: 'keys.removed', serial, method: 'zeroised' })
  await tell(clerk, { type: 'return.authorised', serial, destination: 'institution' })
  await tell(owner, { type: 'device.shipped', serial, carrier: '顺丰', trackingNo: 'TRACK-5' })
  await tell(clerk, { type: 'device.received', serial, receiptId: 'R-5' })
  await tell(reviewer, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
  await tell(systems, { type: 'settlement.stated', statementId: 'S-5', upTo: clock.now(), net: cny(0) })
  await tell(owner, { type: 'settlement.confirmed', statementId: 'S-5' })
  const carried: LifecycleEvent = {
    ...{ type: 'obligation.carriedOver', obligationId: 'O-5', kind: 'deposit', ref: depositId },
    ...{ amount: cny(50_000), owner: 'acquirer-1', basis: '追偿期未满' },
    reviewAt: new Date(Date.now() + 120 * 86_400_000).toISOString(),
  }
  await tell(clerk, { type: 'act.proposed', act: carried } as LifecycleEvent)
  await tell(reviewer, carried)
  await tell(clerk, { type: 'unbinding.ordered', serial, registryRef: 'registry-5' })
}

type Clock = ReturnType<typeof movableClock>

/** Terminals of one merchant, each in another state, as they came to be within the last weeks. */
export const seed = async (house: House, clock: Clock): Promise<void> => {
  clock.daysAgo(20)
  await suspended(house, 'life-1', '10000001', 'SN-0001')
  await house.open({
    lifecycleId: 'life-2',
    terminalId: '10000002',
    merchantName: name,
    devices: [device('SN-0002')],
  })
  await refused(house, clock)
  await halfClosed(house, clock)
  await closed(house, clock)
  clock.daysAgo(5)
  await house.open({
    lifecycleId: 'life-6',
    terminalId: '10000006',
    merchantName: name,
    devices: [device('SN-0006')],
  })
  await house.tell('life-6', clerk, {
    ...{ type: 'hold.placed', holdId: 'watch', code: 'RULE_VIOLATION', disclosure: 'hidden' },
  } as LifecycleEvent)
  clock.daysAgo(0)
  await house.runtime.drain()
}

/** A house with its terminals, at the present time. */
export const seededHouse = async (): Promise<House> => {
  const clock = movableClock()
  const house = openHouse(clock)
  await seed(house, clock)
  return house
}
