import { expect } from 'vitest'
import { type Actor, mostNotes, type Role } from '../../src/domain/index.ts'
import { requirements, viewEntry, viewRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent, NoteRecorded } from '../../src/schemas/index.ts'
import { agent as helper, m1, p1, p2 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const note = (text: string, differs: Partial<NoteRecorded> = {}): LifecycleEvent => ({
  type: 'note.recorded',
  kind: 'note',
  text,
  ...differs,
})
const agent = { agentId: 'agent-1', tasks: ['applications'] } as const
const worker = (organisationId: string): Actor => ({ ...helper, organisationId })
const readBy = async (world: World, viewer: Role) => {
  const { notes = {}, followUps } = viewRecord(await world.record(), viewer).context
  return [...Object.values(notes), ...Object.values(followUps)].map(({ text }) => text)
}

/** What is written down beside events: for whom, how much, and until when. */
export const noteStories: Stories = {
  'a note is read by the provider, its writer and whom it is for, and by nobody else [R-093]': async (
    open,
  ) => {
    const world = await open(terminal({ agent }))
    await world.tell(p1, note('ours'))
    await world.tell(p1, note('for the shop', { visibility: 'merchant' }))
    await world.tell(p1, note('for the agent', { visibility: 'serviceProvider' }))
    await world.tell(m1, note('of the shop'))
    await world.tell(worker('agent-1'), note('of the agent', { visibility: 'merchant' }))
    expect(await readBy(world, 'provider')).toHaveLength(5)
    expect(await readBy(world, 'merchant')).toEqual(['for the shop', 'of the shop', 'of the agent'])
    expect(await readBy(world, 'serviceProvider')).toEqual(['for the agent', 'of the agent'])
  },

  'what the provider writes down for a merchant is the merchant’s to read [R-093]': async (open) => {
    const world = await open()
    await world.tell({ ...p1, onBehalfOf: 'merchant' }, note('she called'))
    expect(await readBy(world, 'merchant')).toEqual(['she called'])
  },

  'what is followed up is kept from others where its writer says so [R-093]': async (open) => {
    const world = await open()
    await world.tell(
      p1,
      note('risk looks at it', { kind: 'escalation', followUpId: 'own', visibility: 'internal' }),
    )
    await world.tell(
      p1,
      note('we call you', { kind: 'followUpOpened', followUpId: 'call', visibility: 'merchant' }),
    )
    expect(await readBy(world, 'merchant')).toEqual(['we call you'])
    const { eventuallyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
    expect(eventuallyDue.map(({ ref }) => ref)).toEqual(['call'])
    await world.refuse(m1, { type: 'followUp.done', followUpId: 'own' }, 'OBLIGATION_UNKNOWN')
    await world.tell(m1, { type: 'followUp.done', followUpId: 'call' })
  },

  'the journal keeps notes from whom the record keeps them [R-093]': async (open) => {
    const world = await open(terminal({ agent }))
    const told = [
      [p1, {}],
      [p1, { visibility: 'merchant' }],
      [p1, { visibility: 'serviceProvider' }],
      [p1, { visibility: 'serviceProvider', kind: 'followUpOpened', followUpId: 'own' }],
      [m1, {}],
      [worker('agent-1'), {}],
    ] as const
    const entries: NonNullable<Awaited<ReturnType<World['tell']>>['entry']>[] = []
    for (const [actor, differs] of told) {
      const { entry } = await world.tell(actor, note('x', differs))
      if (entry) entries.push(entry)
    }
    const readIn = async (viewer: Role) => {
      const view = viewEntry(await world.record(), viewer)
      return entries.flatMap((entry, place) => (view(entry) === undefined ? [] : [place]))
    }
    expect(await readIn('provider')).toEqual([0, 1, 2, 3, 4, 5])
    expect(await readIn('merchant')).toEqual([1, 4])
    expect(await readIn('serviceProvider')).toEqual([2, 3, 5])
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['applications'] })
    expect(await readIn('serviceProvider')).toEqual([])
  },

  'an agent that takes over reads nothing that was for another one or by it [R-093]': async (open) => {
    const world = await open(terminal({ agent }))
    await world.tell(p1, note('for the first', { visibility: 'serviceProvider' }))
    await world.tell(worker('agent-1'), note('of the first'))
    await world.tell(p1, { type: 'agent.assigned', agentId: 'agent-2', tasks: ['applications'] })
    expect(await readBy(world, 'serviceProvider')).toEqual([])
    await world.tell(p1, { type: 'agent.released', agentId: 'agent-2' })
    await world.refuse(p1, note('for whom?', { visibility: 'serviceProvider' }), 'AGENT_UNKNOWN')
  },

  'each side keeps so many notes and no more; one that is done leaves the record and makes room [R-093]':
    async (open) => {
      const world = await open()
      for (let place = 0; place < mostNotes; place += 1)
        await world.tell(m1, note(`no ${place}`, { followUpId: `note-${place}` }))
      await world.refuse(m1, note('one more'), 'NOTES_FULL')
      await world.tell(p1, note('the other side is not held up'))
      await world.refuse(m1, { type: 'followUp.done', followUpId: 'nobody-s' }, 'OBLIGATION_UNKNOWN')
      await world.tell(m1, { type: 'followUp.done', followUpId: 'note-0' })
      await world.tell(m1, note('one more'))
      expect(Object.keys((await world.context()).notes ?? {})).toHaveLength(mostNotes + 1)
    },

  'a note of another is done by the provider, and by nobody else who reads it': async (open) => {
    const world = await open()
    await world.tell(p1, note('for the shop', { followUpId: 'theirs', visibility: 'merchant' }))
    await world.refuse(p2, note('again', { followUpId: 'theirs' }), 'REFERENCE_IN_USE')
    await world.refuse(m1, { type: 'followUp.done', followUpId: 'theirs' }, 'OBLIGATION_UNKNOWN')
    await world.tell(p2, { type: 'followUp.done', followUpId: 'theirs' })
    expect((await world.context()).notes).toEqual({})
  },
}
