import { expect } from 'vitest'
import type { OrderKind } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { m1, p1, p2, p3 } from '../../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  seen,
  serial,
  terminal,
} from '../../support/samples.ts'
import { ofClosure } from '../kit.ts'
import { openStage, type Place, type Stage } from './stage.ts'

/** One thing that somebody tells, or days that pass. */
export type Step = (stage: Stage) => Promise<readonly [typeof m1, LifecycleEvent] | null>

const say =
  (actor: typeof m1, event: LifecycleEvent): Step =>
  async () => [actor, event]

const suspend: readonly Step[] = [say(p1, { type: 'hold.placed', holdId: 'network', code: 'NETWORK_FAULT' })]

const reinstate: readonly Step[] = [
  say(m1, { type: 'hold.remedyClaimed', holdId: 'network', evidence: [paper('device_test_record')] }),
  say(p2, { type: 'hold.remedyVerified', holdId: 'network', checked: seen('device_test_record') }),
  say(p2, {
    type: 'test.passed',
    serial,
    kind: 'full',
    checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
      name,
      passed: true,
    })),
  }),
]

const copy = {
  hash: digestOf('backup'),
  method: 'computer',
  encrypted: true,
  containsCardholderData: false,
} as const

/** Everything up to the refund of the deposit. */
export const settle: readonly Step[] = [
  say(m1, closureRequested()),
  say(p2, reviewApproved('application-1', ['business_licence'])),
  async ({ time }) => [m1, { type: 'backup.recorded', serial, upTo: time.clock.now(), ...copy }],
  say(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' }),
  say(p2, { type: 'erasure.verified', serial }),
  say(p1, { type: 'keys.removed', serial, method: 'zeroised' }),
  say(p1, { type: 'return.authorised', serial, destination: 'institution' }),
  say(p1, { type: 'device.received', serial, receiptId: 'receipt-1' }),
  say(p2, { type: 'device.inspected', serial, condition: 'intact', accessories: [] }),
  say(m1, { type: 'payoutAccount.changed', token: 'account-1', name: terminal().merchantName }),
  say(p3, {
    type: 'payoutAccount.verified',
    token: 'account-1',
    evidence: [paper('payout_account_verification')],
  }),
  async ({ time }) => {
    time.advance(2 * 86_400_000)
    return null
  },
  async ({ record }) => {
    const { context } = await record()
    const statementId = context.closing?.statement?.statementId ?? expect.fail('no statement')
    return [m1, { type: 'settlement.confirmed', statementId }]
  },
  say(p3, { type: 'payout.ordered', payoutId: 'payout-1', amount: cny(50_000) }),
]

const refundOrdered = {
  type: 'refund.ordered',
  depositId: 'deposit-1',
  refundId: 'refund-1',
  amount: cny(200_000),
  method: 'originalRoute',
} as const

const refund: readonly Step[] = [
  say(p1, { type: 'act.proposed', act: refundOrdered }),
  say(p2, refundOrdered),
]

/** The last step of a closure: the register, the host and the notices. */
const conclude: readonly Step[] = [say(p1, { type: 'unbinding.ordered', serial, registryRef: 'registry-9' })]

export type OperationOfMatrix = 'closure' | 'suspend' | 'reinstate' | 'refund'

interface Played {
  /** What has happened before, and nothing went wrong. */
  readonly before: readonly Step[]
  readonly steps: readonly Step[]
  /** What the acquirer's systems are asked for meanwhile. */
  readonly orders: readonly OrderKind[]
}

/** The four operations; `endOfClosure` is the part of a closure that is played where all of it would take too long. */
export const matrix: Readonly<Record<OperationOfMatrix | 'endOfClosure', Played>> = {
  suspend: { before: [], steps: suspend, orders: ['disableAcceptance', 'readStatus', 'notify'] },
  reinstate: { before: suspend, steps: reinstate, orders: ['enableAcceptance', 'readStatus', 'notify'] },
  refund: { before: settle, steps: refund, orders: ['refundDeposit'] },
  closure: { before: [], steps: [...settle, ...refund, ...conclude], orders: ofClosure },
  endOfClosure: {
    before: [...settle, ...refund],
    steps: conclude,
    orders: ['unbind', 'confirmClosure', 'notify'],
  },
}

/** Tells the steps one after the other, each carried out before the next; what was refused, and how long it took. */
export const play = async (stage: Stage, steps: readonly Step[]) => {
  const refused: string[] = []
  let drains = 0
  for (const step of steps) {
    const told = await step(stage)
    if (told) {
      const [actor, event] = told
      const answer = await stage.tell(actor, event)
      if (!answer.accepted) refused.push(`${event.type}: ${answer.blockers.map(({ code }) => code).join()}`)
    }
    drains = Math.max(drains, await stage.rest())
    // Late, when somebody has asked again already.
    stage.mock.release()
    drains = Math.max(drains, await stage.rest())
  }
  return { refused, drains }
}

const places = new Map<string, Promise<Place | undefined>>()

/** Where the operation begins, played once. */
export const placeBefore = (name: keyof typeof matrix): Promise<Place | undefined> => {
  const { before } = matrix[name]
  const made =
    places.get(name) ??
    (async () => {
      if (before.length === 0) return undefined
      const stage = await openStage()
      expect((await play(stage, before)).refused).toEqual([])
      return stage.place()
    })()
  places.set(name, made)
  return made
}
