import { expect } from 'vitest'
import {
  type DocumentRef,
  eventProfiles,
  type Facts,
  type Phase,
  type RequestKind,
  requestAnswers,
  requestKinds,
} from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { agent, m1, p1, p2 } from '../support/people.ts'
import { digestOf, paper, serial, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const phases: Readonly<Record<Phase, (world: World) => Promise<unknown>>> = {
  live: async () => undefined,
  closing: (world) => run(world, approved),
  closed: (world) => run(world, approved, ...clearingParts, confirmed, readClosed),
}
/** Where each kind is asked for: where something that the provider does can be its answer. */
const askedIn: Readonly<Record<RequestKind, readonly Phase[]>> = {
  repair: ['live', 'closing', 'closed'],
  replacement: ['live'],
  return: ['live', 'closing'],
  collection: ['live', 'closing'],
  depositRefund: ['closing', 'closed'],
  backup: ['live', 'closing'],
  maintenance: ['live'],
  upgrade: ['live'],
  support: ['live', 'closing', 'closed'],
}
const made = (kind: RequestKind, differs: object = {}) =>
  ({ type: 'request.made', requestId: kind, kind, ...differs }) as LifecycleEvent
const statusOf = async (world: World, id: string) => (await world.context()).requests[id]?.status
const needOf = async (world: World, id: string) =>
  requirements(await world.record(), { at: world.at(), actor: p1 }).currentlyDue.find(
    ({ code, ref }) => code === 'REQUEST_OPEN' && ref === id,
  )

const record = (facts: Facts = {}, id = 'mended'): DocumentRef =>
  paper('repair_or_replacement_record', id, { result: 'repaired', performer: 'repairer', ...facts })
const checked = (facts: Facts | null, id = 'mended'): LifecycleEvent => ({
  ...{ type: 'document.checked', documentId: id, digest: digestOf(id) },
  facts,
})
const second = '123-456-790'
const two = () =>
  terminal({
    devices: [serial, second].map((one) => ({ serial: one, owner: 'provider', tenancy: 'sole' })),
  })
const broken = async (open: OpenWorld, input = terminal()) => {
  const world = await open(input)
  await run(world, approved)
  await world.tell(m1, made('repair', { serial }))
  return world
}

/** What a merchant asks for beside its applications: where it may, and what is its answer. */
export const requestStories: Stories = {
  'nothing is asked for where no act of the provider could answer it [R-055 R-225]': async (open) => {
    for (const [phase, reach] of Object.entries(phases)) {
      const world = await open()
      await reach(world)
      for (const kind of requestKinds) {
        const isAsked = askedIn[kind].includes(phase as Phase)
        const heard = requestAnswers[kind].filter((type) =>
          (eventProfiles[type].phases as readonly Phase[]).includes(phase as Phase),
        )
        expect({ kind, phase, answers: heard.length > 0 }).toEqual({ kind, phase, answers: isAsked })
        if (!isAsked) await world.refuse(m1, made(kind), 'NOT_ALLOWED_IN_STATE')
        else {
          await world.tell(m1, made(kind))
          const { clearedBy = [] } = (await needOf(world, kind)) ?? {}
          expect(
            clearedBy.some((type) => (heard as readonly string[]).includes(type)),
            kind,
          ).toBe(true)
        }
      }
    }
  },

  'a device is mended before it goes back, and the record of the repair answers who asked for it [R-225]':
    async (open) => {
      const world = await broken(open)
      // nobody has seen it yet
      await world.tell(m1, { type: 'document.added', document: record() })
      expect(await statusOf(world, 'repair')).toBe('open')
      await world.tell(p1, checked({ result: 'repaired', performer: 'repairer', serial }))
      expect(await statusOf(world, 'repair')).toBe('answered')
      const brought = await broken(open)
      await brought.tell(p1, { type: 'document.added', document: record() })
      expect(await statusOf(brought, 'repair')).toBe('answered')
    },

  'a record that proves no repair, or one of another device, answers nobody [R-225]': async (open) => {
    for (const facts of [
      { result: 'irreparable' },
      { performer: 'merchant' },
      { serial: second },
    ] satisfies Facts[]) {
      const world = await broken(open, two())
      await world.tell(p1, { type: 'document.added', document: record(facts) })
      expect(await statusOf(world, 'repair')).toBe('open')
    }
    // of two devices a record says which
    const world = await broken(open, two())
    await world.tell(p1, { type: 'document.added', document: record() })
    await world.tell(m1, { type: 'document.added', document: record({ serial }, 'forged') })
    await world.tell(p1, checked(null, 'forged'))
    expect(await statusOf(world, 'repair')).toBe('open')
    await world.tell(p1, { type: 'document.added', document: record({ serial }, 'good') })
    expect(await statusOf(world, 'repair')).toBe('answered')
  },

  'who asked for help has it when the provider says so, by the name of the call [R-053]': async (open) => {
    const world = await open()
    await run(world, approved)
    await world.tell(m1, made('support', { requestId: 'call-1' }))
    const done = { type: 'followUp.done', followUpId: 'call-1' } as const
    for (const nobody of [m1, agent]) expect((await world.send(nobody, done)).accepted).toBe(false)
    await world.tell(p2, done)
    expect(await statusOf(world, 'call-1')).toBe('answered')
    await world.tell(p2, done)
    await world.tell(m1, made('return', { requestId: 'back' }))
    await world.refuse(p2, { ...done, followUpId: 'back' }, 'OBLIGATION_UNKNOWN')
  },

  'one name is one thing: a request and something to follow up are called differently': async (open) => {
    const world = await open()
    const note = { type: 'note.recorded', kind: 'followUpOpened', text: 'call the shop' } as const
    await world.tell(m1, made('support', { requestId: 'call-1' }))
    await world.refuse(p1, { ...note, followUpId: 'call-1' }, 'REFERENCE_IN_USE')
    await world.tell(p1, { ...note, followUpId: 'call-2' })
    for (const requestId of ['call-2', 'after:openItems', 'late:7'])
      await world.refuse(m1, made('support', { requestId }), 'REFERENCE_IN_USE')
  },
}
