import {
  byHand,
  type Call,
  type HandTask,
  type OrderKind,
  type OrderParams,
} from 'terminal-lifecycle/schemas'
import { isPending, type Pending } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { callOf, type Rig, rigs } from './vendors.ts'

/** What became of one order at one vendor. */
export interface Seen {
  /** Requests, each named once, in their order. */
  readonly calls: readonly string[]
  /** What the service answered, one after the other: types of events, `pending`, or `[]`. */
  readonly answers: readonly string[]
  /** It went to people. */
  readonly task?: HandTask | undefined
  /** It was refused, and somebody has to do something first. */
  readonly refusal?: string | undefined
}

type Case = {
  readonly [K in OrderKind]: { readonly kind: K; readonly variant?: string; readonly params: OrderParams[K] }
}[OrderKind] & { readonly hasBooks?: boolean; readonly code?: string; readonly isOff?: boolean }

const at = '2026-03-02T01:00:00Z'
const hash = '0'.repeat(64)
const money = { method: 'directTransfer', accountToken: 'account-1', amount: 1 } as const
const about = { ref: null, phase: 'at', disclosure: 'open', reply: null } as const

/** Every kind of order, some of them in the two ways in which a vendor may take it. */
export const cases = (serial: string): readonly Case[] => [
  { kind: 'disableAcceptance', variant: 'sale', params: { capabilities: ['sale'], urgent: false } },
  { kind: 'disableAcceptance', variant: 'noSale', params: { capabilities: ['refund'], urgent: false } },
  {
    ...{ kind: 'enableAcceptance', variant: 'sale', params: { capabilities: ['sale'] } },
    ...{ isOff: true, code: '4WLFDSBF' },
  },
  { kind: 'enableAcceptance', variant: 'noCode', params: { capabilities: ['sale'] }, isOff: true },
  { kind: 'enableAcceptance', variant: 'noSale', params: { capabilities: ['refund'] } },
  { kind: 'readStatus', variant: 'books', params: { notBefore: at } },
  { kind: 'readStatus', variant: 'noBooks', params: { notBefore: at }, hasBooks: false },
  { kind: 'uploadBatch', params: { serial } },
  { kind: 'readBackup', params: { serial, upTo: at, hash } },
  {
    ...{ kind: 'eraseDevice', variant: 'application' },
    params: { serial, scope: 'application', procedure: 'app-off-1', authorisedBySeq: 1 },
  },
  {
    ...{ kind: 'eraseDevice', variant: 'device' },
    params: { serial, scope: 'device', procedure: 'wipe-3', authorisedBySeq: 1 },
  },
  { kind: 'revokeKeys', params: { serial, reason: 'lost' } },
  { kind: 'collectDevice', params: { serial, addressDocumentId: 'document-1' } },
  { kind: 'requestStatement', params: { upTo: at } },
  { kind: 'payOut', params: { payoutId: 'payout-1', ...money } },
  { kind: 'refundDeposit', params: { depositId: 'deposit-1', refundId: 'refund-1', ...money } },
  { kind: 'unbind', params: { serial, registryRef: 'registry-9' } },
  { kind: 'confirmClosure', params: { attempt: 1 } },
  { kind: 'notify', params: { audience: 'merchant', template: 'closure_started', ...about } },
  { kind: 'openTicket', params: { department: 'support', topic: 'order_failed', ref: null } },
]

type Service = (params: unknown, call: Call) => Promise<readonly LifecycleEvent[] | Pending>

/** The vendor carries out what it was asked to, and the same order is asked after, until it has ended. */
const untilEnded = async (rig: Rig, service: Service, params: unknown, answers: string[]): Promise<void> => {
  for (let attempt = 1; attempt < 4; attempt += 1) {
    const answer = await service(params, { ...callOf(rig), attempt })
    if (!isPending(answer)) {
      answers.push(...(answer.length === 0 ? ['[]'] : answer.map(({ type }) => type)))
      return
    }
    answers.push('pending')
    rig.mock.sync()
    if ('finish' in rig.mock) rig.mock.finish('successful')
  }
}

export async function seen(vendor: keyof typeof rigs, one: Case): Promise<Seen> {
  const { kind, params, hasBooks = true, code, isOff = false } = one
  const rig = rigs[vendor]({ hasBooks })
  if ('shop' in rig) rig.shop.code = code
  if ('codes' in rig.mock && code) rig.mock.codes.set(code, rig.own.serial)
  const desk: HandTask[] = []
  const rest = byHand(async (task) => desk.push(task))
  const services = rig.services({ clock: { now: () => at }, rest })
  if (isOff) {
    await services.disableAcceptance({ capabilities: ['sale'], urgent: false }, callOf(rig))
    rig.mock.sync()
  }
  const before = rig.mock.calls.length
  const answers: string[] = []
  const refusal = await untilEnded(rig, services[kind] as unknown as Service, params, answers).then(
    () => undefined,
    (error: { refusal?: string }) => error.refusal,
  )
  if (rig.mock.wrong.length > 0) throw new Error(rig.mock.wrong.join('\n'))
  return { calls: [...new Set(rig.mock.calls.slice(before))], answers, task: desk[0], refusal }
}
