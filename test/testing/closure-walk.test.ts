import { describe, expect, it } from 'vitest'
import { acquirerServices } from '../../src/client/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import { createRuntime, memoryStore, systemEnvironment } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { Fault } from '../../src/testing/index.ts'
import { asP1, m1, p1, p2, p3 } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  serial,
  terminal,
} from '../support/samples.ts'
import { signing } from '../support/signing.ts'
import { ofClosure, played } from './kit.ts'

const { acquirerId, merchantId, terminalId, lifecycleId, merchantName } = terminal()
const terminalRef = `${acquirerId}:${merchantId}:${terminalId}`
const hash = digestOf('backup')

/** People do what only people may; everything else is ordered, carried out by the mock and told back. */
const walk = async (faults: readonly Fault[] = [], idempotency = true) => {
  let now = Date.parse('2026-03-02T01:00:00Z')
  let wall = now
  const clock = { now: () => new Date(now).toISOString() }
  const environment = { ...systemEnvironment, now: () => wall }
  const { client, mock } = played({ clock, idempotency })
  mock.setTerminal(terminalRef, {
    unsettled: 50_000,
    devices: { [serial]: { batch: { count: 3, total: 3_000 } } },
  })
  mock.faults(faults)
  const runtime = createRuntime({
    store: memoryStore(),
    services: acquirerServices(client),
    clock,
    environment,
  })
  await runtime.open(terminal())

  const rest = async () => {
    // Twice past every back-off: what failed is tried again.
    for (const _ of [1, 2, 3, 4]) {
      await runtime.drain()
      wall += 3_600_000
      now += 1_000
    }
  }
  let told = 0
  const sign = signing()
  const tell = async (actor: Actor, ...events: readonly LifecycleEvent[]) => {
    for (const event of events) {
      now += 1_000
      told += 1
      const asked = await sign(event, await runtime.get(lifecycleId, asP1))
      const answer = await runtime.dispatch({ lifecycleId, commandId: `c-${told}`, actor, event: asked })
      expect(answer.accepted ? [] : [event.type, answer.blockers]).toEqual([])
    }
    await rest()
  }

  await tell(m1, closureRequested())
  await tell(p2, reviewApproved('application-1', ['business_licence']))
  const copy = {
    upTo: clock.now(),
    hash,
    method: 'computer',
    encrypted: true,
    containsCardholderData: false,
  } as const
  await tell(m1, { type: 'backup.recorded', serial, ...copy })
  await tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
  await tell(p2, { type: 'erasure.verified', serial })
  await tell(
    p1,
    { type: 'keys.removed', serial, method: 'zeroised' },
    { type: 'return.authorised', serial, destination: 'institution' },
    { type: 'device.received', serial, receiptId: 'receipt-1' },
  )
  await tell(p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] })
  await tell(m1, { type: 'payoutAccount.changed', token: 'account-1', name: merchantName })
  const evidence = [paper('payout_account_verification')]
  await tell(p3, { type: 'payoutAccount.verified', token: 'account-1', evidence })
  now += 2 * 86_400_000
  const statementId = (await runtime.get(lifecycleId, asP1))?.context.closing?.statement?.statementId ?? ''
  await tell(m1, { type: 'settlement.confirmed', statementId })
  await tell(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) })
  const refund = {
    type: 'refund.ordered',
    depositId: 'deposit-1',
    refundId: 'refund-1',
    amount: cny(200_000),
    method: 'originalRoute',
  } as const
  await tell(p1, { type: 'act.proposed', act: refund })
  await tell(p2, refund)
  await tell(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })
  await rest()
  return { record: await runtime.get(lifecycleId, asP1), mock, findings: await runtime.audit() }
}

describe('a closure carried out by the mock', () => {
  it('ends closed, with every effect once', async () => {
    const { record, mock, findings } = await walk()
    expect(record?.value).toBe('closed')
    expect(record?.context.issues).toEqual([])
    expect(findings).toEqual([])
    expect(mock.effects().every(({ count }) => count === 1)).toBe(true)
    expect(mock.snapshot().world).toMatchObject({
      refunds: { 'deposit-1': 200_000 },
      payments: [
        { terminalRef, method: 'directTransfer', amount: 50_000 },
        { terminalRef, method: 'originalRoute', amount: 200_000 },
      ],
      terminals: {
        [terminalRef]: { paidOut: 50_000, unsettled: 0, registry: 'closed', unbound: ['registry-9'] },
      },
    })
  })

  it.each(ofClosure)(
    'ends the same when every answer of %s is lost for a whole call and then pending',
    async (operation) => {
      const pending: Fault = { kind: 'pending', operation }
      const { record, mock } = await walk([
        { kind: 'dropReply', operation, times: 3 },
        // A reading is there or is not.
        ...(operation === 'readStatus' ? [] : [pending]),
      ])
      expect(mock.unspent()).toEqual([])
      expect(record?.value).toBe('closed')
      expect(mock.effects().filter(({ count }) => count !== 1)).toEqual([])
      expect(mock.snapshot().world.refunds).toEqual({ 'deposit-1': 200_000 })
    },
  )

  it('pays twice when the other side forgets keys: what the keys are there for', async () => {
    const { mock } = await walk([{ kind: 'dropReply', operation: 'refundDeposit', times: 1 }], false)
    expect(mock.snapshot().world.refunds).toEqual({ 'deposit-1': 400_000 })
  })
})
