import type { LifecyclePolicy } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import { type Check, type checkClosure, type checkSuspension, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1 } from '../support/people.ts'
import { cny, paper, suspensionRequested, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'

/** One question whose answer depends on the switch. */
export interface PolicyCase {
  readonly other: Partial<LifecyclePolicy>
  readonly input?: LifecycleInput
  readonly ask: (world: World) => Promise<unknown>
  /** The answer under the default policy, and under the other one. */
  readonly answers: readonly [usual: unknown, otherwise: unknown]
}

/** Does it hear this code? */
export const hears = async (
  world: World,
  code: string,
  actor: typeof m1,
  event: LifecycleEvent,
): Promise<boolean> => {
  const answer = await world.send(actor, event)
  return !answer.accepted && answer.blockers.some((blocker) => blocker.code === code)
}
/** Which of these does the system order now, as an answer to what has been told? */
export const ordered = async (world: World, wanted: string): Promise<boolean> =>
  Object.values((await world.context()).orders).some(
    ({ kind, params }) => kind === wanted || ('topic' in params && params.topic === wanted),
  )

export const proposed = async (world: World) => {
  await world.tell(p1, { type: 'closure.proposed', proposalId: 'x', reason: 'RULE_VIOLATION', basis: 'seen' })
}
export const raised = async (world: World, ground: object = {}, kind: 'rental' | 'damage' = 'rental') =>
  hears(world, 'LIABILITY_WITHOUT_GROUND', p1, {
    type: 'charge.raised',
    chargeId: 'c',
    kind,
    amount: cny(900),
    feeTableVersion: 'standard',
    ...ground,
  })
export const damaged = (cause: 'human' | 'nonHuman') => async (world: World) => {
  const report = { ...paper('damage_report'), facts: { cause } }
  await world.tell(p1, { type: 'document.added', document: report })
  return raised(world, { documentId: report.id }, 'damage')
}
export const asksFor =
  (check: (...asked: Parameters<typeof checkSuspension>) => Check) => async (world: World) =>
    check(await world.record(), { at: world.at(), actor: m1 }).papers.flatMap(({ anyOf }) => anyOf)
/** Does anything that stands open ask for it? */
export const isRequired = async (world: World) =>
  requirements(await world.record(), { at: world.at(), actor: m1 }).currentlyDue.some(({ papers = [] }) =>
    papers.some(({ anyOf }) => anyOf.includes('satisfaction_survey')),
  )
export const wants = (check: typeof checkClosure) => async (world: World) =>
  (await asksFor(check)(world)).includes('satisfaction_survey')
export const lacks = (event: LifecycleEvent) => (world: World) =>
  hears(world, 'DOCUMENTS_INCOMPLETE', m1, event)
export const pause = lacks(suspensionRequested())
export const held = terminal({ holds: [{ holdId: 'own', code: 'LICENCE_EXPIRED' }] })
export const survey = [{ type: 'satisfaction_survey' }] as const
export const yes = [false, true] as const
export const no = [true, false] as const
