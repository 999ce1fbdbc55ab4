import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../src/domain/index.ts'
import { type JournalEntry, type LifecycleRecord, viewEntry } from '../../src/machine/index.ts'
import { agent, m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { paper, reinstatementRequested, terminal } from '../support/samples.ts'

/** A life with an open hold, one that ended and left, and one that the merchant must not know of. */
let record: LifecycleRecord
let entry: JournalEntry
const documents = {
  'report-5': { ...paper('rectification_report', 'report-5'), for: 'case-5' },
  'licence-1': paper('business_licence', 'licence-1'),
}
beforeAll(async () => {
  const play = openPlay(terminal({ holds: [{ holdId: 'open-1', code: 'LICENCE_EXPIRED' }] }))
  await play.tell(p1, { type: 'hold.placed', holdId: 'case-5', code: 'RULE_VIOLATION', disclosure: 'hidden' })
  const { context, ...rest } = await play.record()
  record = { ...rest, context: { ...context, documents, endedHolds: ['ended-1'] } as never }
  entry = play.entries.at(-1) as JournalEntry
})
const viewed = (cause: object, differs: object = {}, viewer: Role = 'merchant', among: object = {}) =>
  viewEntry(
    { ...record, context: { ...record.context, ...among } },
    viewer,
  )({ ...entry, ...differs, cause: cause as never })
const told = (cause: object) => viewed(cause)?.cause

describe('what an entry tells', () => {
  it.each(['timer', 'for', 'ref', 'id', 'documentId', 'mandateRef', 'evidence', 'holdId'])(
    'is not shown where its %s names what is hidden, however deep, and is where it names what is open',
    (field) => {
      for (const name of ['case-5', ...(field === 'holdId' ? [] : ['report-5', 'remedyDue:case-5'])]) {
        expect(told({ type: 'x', [field]: name }), name).toBeUndefined()
        expect(told({ type: 'x', deep: { deeper: { [field]: name } } }), name).toBeUndefined()
      }
      const open = { type: 'x', [field]: 'open-1', deep: { [field]: 'open-1', more: null, n: 7, is: true } }
      expect(told(open)).toEqual(open)
    },
  )

  it('names a hold that has ended, and none that was never open', () => {
    expect(told({ type: 'x', holdId: 'ended-1' })).toEqual({ type: 'x', holdId: 'ended-1' })
    expect(told({ type: 'x', holdId: 'never' })).toBeUndefined()
    expect(told({ type: 'x', orderId: 'ended-1' })).toBeUndefined()
  })

  it('names an order that its reader may know of, and no other', () => {
    const orderId = 'life-1/7/0'
    const among = { orders: { [orderId]: { orderId, kind: 'notify', params: {} } } }
    expect(viewed({ type: 'x', orderId }, {}, 'merchant', among)?.cause).toEqual({ type: 'x', orderId })
    expect(viewed({ type: 'x', orderId: 'life-1/7/1' }, {}, 'merchant', among)).toBeUndefined()
    expect(viewed({ type: 'x', ref: 'life-1/7/1' }, {}, 'merchant', among)).toBeUndefined()
    expect(viewed({ type: 'x', ref: 'life-2/7/1' }, {}, 'merchant', among)).toBeDefined()
  })

  it('keeps in a list what is open, and leaves out the rest', () => {
    expect(told({ type: 'x', evidence: ['report-5', 'licence-1', 'case-5'] })).toEqual({
      type: 'x',
      evidence: ['licence-1'],
    })
    expect(told({ type: 'x', holdIds: ['case-5', 'open-1', 'ended-1'] })).toEqual({
      type: 'x',
      holdIds: ['open-1', 'ended-1'],
    })
    const remedies = [{ holdId: 'case-5' }, { holdId: 'open-1' }]
    expect(told({ type: 'x', remedies })).toEqual({ type: 'x', remedies: [{ holdId: 'open-1' }] })
    expect(told({ opened: { documents, more: 1 } })).toEqual({
      opened: { documents: { 'licence-1': documents['licence-1'] }, more: 1 },
    })
  })

  it('is shown where a word of it happens to be the name of what is hidden', () => {
    const cause = { type: 'x', words: 'case-5', list: ['case-5'] }
    expect(told(cause)).toEqual(cause)
  })

  it('is not shown where it brings an authority’s order, however deep', () => {
    expect(told({ type: 'x', document: { type: 'authority_order', id: 'o' } })).toBeUndefined()
    expect(told({ type: 'x', document: { type: 'authority_letter', id: 'o' } })).toBeDefined()
    const papers = [
      { type: 'authority_order', id: 'o' },
      { type: 'waiver', id: 'w' },
    ]
    expect(told({ type: 'x', papers })).toEqual({ type: 'x', papers: [papers[1]] })
  })

  it('tells no issue of what is hidden, be it a hold, its clock or its order', () => {
    const issues = [undefined, 'open-1', 'case-5', 'remedyDue:case-5', 'life-1/7/1', 'life-2/7/1'].map(
      (ref) => ({ code: 'X', ref }),
    )
    const refs = viewed({ type: 'x' }, { issues })?.issues.map(({ ref }) => ref)
    expect(refs).toEqual([undefined, 'open-1', 'life-2/7/1'])
  })

  it('is not shown where a service told it of an order that is not shown', () => {
    for (const commandId of ['life-1/7/1#0', 'life-1/7/1#12.3', 'life-1/abcdefghijklmnopabcd/0#0'])
      expect(viewed({ type: 'x' }, { commandId }), commandId).toBeUndefined()
    for (const commandId of ['life-1/7/1', 'x/life-1/7/1#0', 'life-1/7#0', '#0', 'life-1/7/1x#0'])
      expect(viewed({ type: 'x' }, { commandId }), commandId).toBeDefined()
  })
})

describe('an application in the journal', () => {
  const asked = (...holdIds: ('open-1' | 'case-5')[]) => {
    const all = { 'open-1': 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' } as const
    return reinstatementRequested(Object.fromEntries(holdIds.map((id) => [id, all[id]])))
  }
  it('tells the reasons of the holds that it is shown with, each once', () => {
    expect(told(asked('open-1', 'case-5'))).toMatchObject({
      request: { holdIds: ['open-1'], reasons: ['LICENCE_EXPIRED'] },
    })
  })
  it('tells no reason of a hold that has left the record', () => {
    const { request, ...rest } = asked('open-1', 'case-5')
    const holdIds = ['ended-1', ...request.holdIds]
    expect(told({ ...rest, request: { ...request, holdIds } })).toMatchObject({
      request: { holdIds: ['ended-1', 'open-1'], reasons: ['LICENCE_EXPIRED'] },
    })
  })
  it('tells its own where nothing was left out, though the holds have others by now', () => {
    const { request, ...rest } = asked('open-1')
    const cause = { ...rest, request: { ...request, reasons: ['HARDWARE_FAULT'] } }
    expect(told(cause)).toEqual(cause)
  })
  it('is left as it is where it asks for something else', () => {
    const cause = {
      type: 'closure.requested',
      request: { holdIds: ['case-5', 'open-1'], reasons: ['CLOSURE'] },
    }
    expect(told(cause)).toEqual({ ...cause, request: { holdIds: ['open-1'], reasons: ['CLOSURE'] } })
  })
})

describe('a note in the journal', () => {
  const note = (differs: object = {}) => ({ type: 'note.recorded', kind: 'note', text: 'x', ...differs })
  const agentOf = (agentId: string) => ({ agent: { agentId, tasks: [], since: '2026-03-02T01:30:00Z' } })
  const by = (actor: Actor) => ({ actor, seq: 9 })
  const writtenFor = (agentId: string) => ({ written: { agentId } })

  it('is for the provider where nobody says for whom', () => {
    expect(viewed(note(), by(p1))).toBeUndefined()
    expect(viewed(note({ visibility: 'internal' }), by(p1))).toBeUndefined()
    expect(viewed(note({ visibility: 'merchant' }), by(p1))).toBeDefined()
    expect(
      viewed(note({ visibility: 'merchant' }), by(p1), 'serviceProvider', agentOf('agent-1')),
    ).toBeUndefined()
    expect(viewed(note(), by(p1), 'provider')).toBeDefined()
  })

  it('is read by whoever wrote it', () => {
    expect(viewed(note(), by(m1))).toBeDefined()
    const own = agentOf(agent.organisationId)
    expect(viewed(note(), by(agent), 'serviceProvider', own)).toBeDefined()
    expect(viewed(note(), by(agent), 'serviceProvider', agentOf('another'))).toBeUndefined()
    expect(viewed(note(), by(agent), 'merchant', own)).toBeUndefined()
  })

  it('for a service provider is for the one that it was written for, be it a note, a follow-up or one of a name', () => {
    const cause = note({ visibility: 'serviceProvider' })
    const read = (among: object, told: object = cause) =>
      viewed(told, by(p1), 'serviceProvider', { ...agentOf('agent-1'), ...among }) !== undefined
    expect(read({})).toBe(false)
    for (const ledger of ['notes', 'followUps'])
      for (const id of ['note:9', 'follow-up:9']) {
        expect(read({ [ledger]: { [id]: writtenFor('agent-1') } }), `${ledger} ${id}`).toBe(true)
        expect(read({ [ledger]: { [id]: writtenFor('agent-2') } }), `${ledger} ${id}`).toBe(false)
        expect(read({ [ledger]: { [id]: {} } }), `${ledger} ${id}`).toBe(false)
      }
    const named = { followUps: { mine: writtenFor('agent-1') } }
    expect(read(named)).toBe(false)
    expect(read(named, { ...cause, followUpId: 'mine' })).toBe(true)
  })
})

describe('what the provider does for itself', () => {
  it('is its own: proposals, records carried over, and notices to somebody else', () => {
    expect(told({ type: 'act.proposed', act: {} })).toBeUndefined()
    expect(told({ migrated: {}, from: 1 })).toBeUndefined()
    expect(told({ type: 'notice.sent', audience: 'serviceProvider' })).toBeUndefined()
    expect(told({ type: 'notice.sent', audience: 'merchant' })).toBeDefined()
    expect(told({ audience: 'serviceProvider', type: 'notice.read' })).toBeDefined()
    expect(told({ opened: { audience: 'serviceProvider' } })).toBeDefined()
  })
})
