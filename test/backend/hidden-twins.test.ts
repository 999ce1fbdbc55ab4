import { expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { p1, p2, p3 } from '../support/people.ts'
import { paper, terminal } from '../support/samples.ts'
import { lifecycleId, officeRuntime, portalOver } from './portal.ts'
import { pathsOf, readNames } from './questions.ts'

type Hold = Extract<LifecycleEvent, { type: 'hold.placed' }>

/** A house with one open hold, in which the same number of things happened, at the same instants. */
const house = async (hidden: readonly (readonly [typeof p1, LifecycleEvent])[]) => {
  const clock = testClock()
  const runtime = officeRuntime({ clock })
  await runtime.open(terminal({ agent: { agentId: 'agent-1', tasks: ['devices'] } }))
  const tell = async (actor: typeof p1, event: LifecycleEvent, commandId: string) => {
    clock.tick(1_000)
    const answer = await runtime.dispatch({ lifecycleId, commandId, actor, event })
    if (!answer.accepted) throw new Error(`${event.type}: ${JSON.stringify(answer.blockers)}`)
  }
  await tell(p1, { type: 'hold.placed', holdId: 'open-1', code: 'NETWORK_FAULT', words: 'no line' }, 'open-1')
  for (const [index, [actor, event]] of hidden.entries()) await tell(actor, event, `secret-${index}`)
  clock.tick(60_000)
  return portalOver(runtime)
}

const placed = (differs: Partial<Hold>): Hold => ({
  type: 'hold.placed',
  holdId: 'case-5',
  code: 'RULE_VIOLATION',
  disclosure: 'hidden',
  ...differs,
})
const letter = (id: string, about: string): LifecycleEvent => ({
  type: 'document.added',
  document: paper('provider_notice', id),
  for: about,
})
const remedy = (id: string, holdId: string): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId,
  evidence: [paper('rectification_report', id)],
})
const note = { type: 'note.recorded', kind: 'note', text: 'ours' } as const

const ids = { lifecycleId, applicationId: 'application-1' }
const secrets = /case-\d|letter-\d|report-\d|they know|"urgent"/

/** Everything that a reader of either house is answered. */
const answersOf = async (portal: Awaited<ReturnType<typeof house>>, person: 'm1' | 'agent' | 'p1') => {
  const all: Record<string, string> = {}
  for (const name of readNames)
    for (const path of pathsOf(name, ids)) all[path] = (await portal.raw(person, path)).text
  return all
}

type Json = { readonly [name: string]: unknown }

/** The answers without the one thing that a hidden hold tells: whom to ask. */
const withoutContact = (answers: Readonly<Record<string, string>>) => {
  const isContact = (item: unknown) => (item as Json | null)?.code === 'CONTACT_PROVIDER'
  const shown = (_: string, value: unknown) =>
    Array.isArray(value) ? value.filter((item) => !isContact(item)) : value
  return Object.fromEntries(
    Object.entries(answers).map(([path, text]) => [path, JSON.stringify(JSON.parse(text, shown))]),
  )
}

it.each([
  ['payouts', ['payout']],
  ['sale', undefined],
] as const)(
  'A hidden hold on %s tells neither cause nor author nor reference, whatever is read [I15]',
  async (_, caps) => {
    const limits = caps && { caps }
    const one = await house([
      [p1, placed({ release: 'evidence', ...limits })],
      [p1, letter('letter-5', 'case-5')],
      [p1, remedy('report-5', 'case-5')],
    ])
    const words = { holdId: 'case-77', words: 'they know' }
    const other = await house([
      [p2, placed({ ...words, code: 'MALICIOUS_ATTACK', release: 'evidence', ...limits })],
      [p3, letter('letter-9', 'case-77')],
      [p2, remedy('report-9', 'case-77')],
    ])
    for (const person of ['m1', 'agent'] as const) {
      const answers = await answersOf(one, person)
      expect(answers).toEqual(await answersOf(other, person))
      for (const [path, text] of Object.entries(answers)) expect(text, path).not.toMatch(secrets)
    }
    expect(await answersOf(one, 'p1')).not.toEqual(await answersOf(other, 'p1'))
  },
)

it('A hidden hold is to others what a note of the provider to itself is, but for whom to ask [I15]', async () => {
  const held = await house([[p1, placed({ caps: ['payout'] })]])
  const quiet = await house([[p1, note]])
  for (const person of ['m1', 'agent'] as const)
    expect(withoutContact(await answersOf(held, person))).toEqual(
      withoutContact(await answersOf(quiet, person)),
    )
})
