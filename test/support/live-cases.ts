import type { Actor, Role } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { testClock } from './clock.ts'
import { agent, m1, p1, p2 } from './people.ts'
import { closureRequested, cny, paper, reviewApproved, seen, serial } from './plain-samples.ts'

// Types only from src: a page plays these too, against the built package.

type Act = readonly [Actor, LifecycleEvent]

/** What is played live and behind a runtime, in Node and in a browser. */
export const liveCases: Readonly<Record<string, readonly Act[]>> = {
  'a terminal suspended for arrears that are paid': [
    [
      p1,
      {
        type: 'charge.raised',
        chargeId: 'rent',
        kind: 'rental',
        amount: cny(900),
        feeTableVersion: 'standard',
      },
    ],
    [p1, { type: 'hold.placed', holdId: 'arrears', code: 'ACCOUNT_ARREARS', chargeId: 'rent' }],
    [p2, { type: 'charge.met', chargeId: 'rent', amount: cny(900), paymentRef: 'payment-1' }],
  ],
  'a fault that is put right, tested and switched on again': [
    [p1, { type: 'hold.placed', holdId: 'network', code: 'NETWORK_FAULT' }],
    [m1, { type: 'hold.remedyClaimed', holdId: 'network', evidence: [paper('device_test_record')] }],
    [p2, { type: 'hold.remedyVerified', holdId: 'network', checked: seen('device_test_record') }],
    [
      agent,
      {
        type: 'test.passed',
        serial,
        kind: 'full',
        checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
          name,
          passed: true,
        })),
      },
    ],
  ],
  'a closure up to what the merchant still owes': [
    [m1, closureRequested()],
    [p2, reviewApproved('application-1', ['business_licence'])],
  ],
}

/** What is read of an entry: the built package may lag behind the sources in everything else. */
interface Entry {
  readonly seq: number
  readonly cause: object
  readonly from: unknown
  readonly to: unknown
  readonly orderIds: readonly string[]
  readonly actor: { readonly role: Role }
  readonly issues: readonly { readonly code: string }[]
}
interface Terminal {
  tell(actor: Actor, event: LifecycleEvent): { accepted: true } | { accepted: false; blockers: unknown }
  settled(): Promise<unknown>
  stop(): void
  journal(): readonly Entry[]
}

/** The acts, one a second, each with its orders carried out before the next. */
export const playLive = async (
  terminal: Terminal,
  clock: ReturnType<typeof testClock>,
  acts: readonly Act[],
): Promise<readonly Entry[]> => {
  for (const [actor, event] of acts) {
    clock.tick(1_000)
    const answer = terminal.tell(actor, event)
    if (!answer.accepted) throw new Error(`${event.type} was refused: ${JSON.stringify(answer.blockers)}`)
    await terminal.settled()
  }
  terminal.stop()
  return terminal.journal()
}

/** What happened, without when: each host runs at its own pace. */
export const told = (entries: readonly Entry[]) =>
  entries.map(({ seq, cause, from, to, orderIds, actor, issues }) => ({
    seq,
    what:
      'opened' in cause
        ? 'opened'
        : 'timer' in cause
          ? cause.timer
          : 'type' in cause
            ? cause.type
            : 'migrated',
    from,
    to,
    orderIds,
    by: actor.role,
    issues: issues.map(({ code }) => code),
  }))
