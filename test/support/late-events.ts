import type { Actor } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2, sys } from './people.ts'
import { cny, paper, serial, statusRead } from './samples.ts'
import type { World } from './world.ts'

type Told = readonly [Actor, LifecycleEvent]
export type Tell = (world: World) => Promise<unknown>

export const tell =
  (...told: readonly Told[]): Tell =>
  async (world) => {
    for (const [actor, event] of told) await world.tell(actor, event)
  }
export const nothing: Tell = async () => undefined
const occurredAt = '2026-03-01T12:00:00+08:00'
export const sale = (state: 'pending' | 'completed' | 'settled' | 'voided', ref = 'sale-1'): Told => [
  sys,
  { type: 'transaction.reported', ref, kind: 'sale', state, amount: cny(700), occurredAt },
]
export const opened = (caseId = 'case-9'): Told => [
  p1,
  { type: 'dispute.opened', caseId, amount: cny(700), dueAt: '2026-09-01T00:00:00+08:00' },
]
export const decided = (outcome: 'won' | 'lost' | 'withdrawn', caseId = 'case-9'): Told => [
  p1,
  { type: 'dispute.closed', caseId, outcome, liability: outcome === 'lost' ? 'merchant' : 'provider' },
]
export const raised = (kind: 'penalty' | 'chargeback' | 'device', of?: string): Told => [
  p1,
  {
    ...{ type: 'charge.raised', chargeId: `late-${kind}`, kind, amount: cny(700), feeTableVersion: 'none' },
    ...(of !== undefined && { serial: of }),
  },
]
export const met = (chargeId: string, amount: number): Told => [
  sys,
  { type: 'charge.met', chargeId, amount: cny(amount), paymentRef: `payment-${chargeId}-${amount}` },
]
/** Down to what is paid. */
export const waived = (chargeId: string, paid: number): Tell =>
  tell(
    [m1, { type: 'charge.disputed', chargeId, grounds: 'never agreed' }],
    [p2, { type: 'charge.determined', chargeId, amount: cny(paid) }],
  )
export const lost = (of = serial): Told => [
  p1,
  { type: 'device.lost', serial: of, kind: 'lost', report: paper('loss_report') },
]
export const found = (of = serial): Told => [p1, { type: 'device.found', serial: of, where: 'in a drawer' }]
export const received = (of = serial): Told => [
  p1,
  { type: 'device.received', serial: of, receiptId: 'late' },
]
export const inspected = (of = serial, condition: 'intact' | 'damaged' = 'intact'): Told => [
  p1,
  { type: 'device.inspected', serial: of, condition, accessories: [] },
]
export const erasing = (type: 'erasure.failed' | 'erasure.completed', of = serial): Told => [
  p1,
  (type === 'erasure.failed'
    ? { type, serial: of, reason: 'no power' }
    : { type, serial: of, method: 'destroy', tool: 'shredder' }) as LifecycleEvent,
]
export const binding = (type: 'unbinding.failed' | 'unbinding.confirmed', of = serial): Told => [
  sys,
  (type === 'unbinding.failed'
    ? { type, serial: of, registryRef: 'registry-9', reason: 'reverted' }
    : { type, serial: of, registryRef: 'registry-9' }) as LifecycleEvent,
]
export const reading =
  (acceptance: 'on' | 'off'): Tell =>
  (world) =>
    world.tell(sys, statusRead(acceptance, world.at()))
