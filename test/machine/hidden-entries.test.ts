import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/domain/index.ts'
import { type JournalEntry, viewEntry } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2, recorder, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { paper, reinstatementRequested, terminal } from '../support/samples.ts'

type Play = ReturnType<typeof openPlay>
type Hold = Extract<LifecycleEvent, { type: 'hold.placed' }>
const placed = (differs: Partial<Hold> = {}): Hold => ({
  type: 'hold.placed',
  holdId: 'case-5',
  code: 'RULE_VIOLATION',
  disclosure: 'hidden',
  ...differs,
})

const readBy = async (play: Play, viewer: Role): Promise<readonly JournalEntry[]> =>
  play.entries.map(viewEntry(await play.record(), viewer)).filter((entry) => entry !== undefined)
/** Without the policy, which names every code there is. */
const words = (entries: readonly JournalEntry[]) =>
  JSON.stringify(entries, (name, value) => (name === 'policy' ? undefined : value))
const told = async (play: Play, viewer: Role = 'merchant') => words(await readBy(play, viewer))
const typesIn = (entries: readonly JournalEntry[]) =>
  entries.map(({ cause }) => ('type' in cause ? cause.type : Object.keys(cause)[0]))

describe('the journal of a hold that the merchant must not know of [I15]', () => {
  it('is whole for the provider and its system, and silent for the merchant and the agent', async () => {
    const play = openPlay()
    await play.tell(p1, placed({ release: 'evidence' }))
    for (const order of Object.values((await play.context()).orders))
      await play.tell(sys, { type: 'answer.refused', orderId: order.orderId, codes: ['INVALID'] })
    const letter = paper('provider_notice', 'letter-5')
    await play.tell(p1, { type: 'document.added', document: letter, for: 'case-5' })
    const evidence = [paper('rectification_report', 'report-5')]
    await play.tell(p1, { type: 'hold.remedyClaimed', holdId: 'case-5', evidence })
    await play.pass(40)
    await play.tell(p2, { type: 'hold.rescinded', holdId: 'case-5', reason: 'a mistake' })
    for (const viewer of ['provider', 'system'] as const)
      expect(await readBy(play, viewer)).toEqual(play.entries)
    for (const viewer of ['merchant', 'serviceProvider'] as const) {
      expect(await told(play, viewer)).not.toMatch(/case-5|RULE_VIOLATION|letter-5|report-5|disable|urgent/)
      expect(typesIn(await readBy(play, viewer))).toEqual(['opened'])
    }
  })

  it('does not begin with what was hidden when the life was opened', async () => {
    const order = paper('authority_order', 'court-77')
    const play = openPlay(
      terminal({
        holds: [
          { holdId: 'case-5', code: 'AUTHORITY_ORDER', orderRef: 'court-77', disclosure: 'hidden' },
          { holdId: 'licence', code: 'LICENCE_EXPIRED' },
        ],
        documents: { 'court-77': order, licence: paper('business_licence', 'licence') },
      }),
    )
    expect(await told(play)).not.toMatch(/case-5|court-77|AUTHORITY_ORDER/)
    expect((await readBy(play, 'merchant')).at(0)?.cause).toMatchObject({
      opened: { holds: [{ holdId: 'licence' }], documents: { licence: { id: 'licence' } } },
    })
  })

  it('shows an application that it shares with an open one without its name, reason and papers', async () => {
    const play = openPlay(terminal({ holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }] }))
    await play.tell(p1, placed({ release: 'application' }))
    const asked = reinstatementRequested(
      { licence: 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' },
      {
        documents: [
          paper('reinstatement_request'),
          paper('business_licence'),
          paper('rectification_report', 'report-7'),
        ],
      },
    )
    const remedies = asked.request.remedies.map((one) =>
      one.holdId === 'case-5' ? { ...one, evidence: ['report-7'] } : one,
    )
    await play.tell(recorder, { ...asked, request: { ...asked.request, remedies } })
    expect(await told(play)).not.toMatch(/case-5|RULE_VIOLATION|report-7/)
    expect((await readBy(play, 'merchant')).at(-1)?.cause).toMatchObject({
      type: 'reinstatement.requested',
      request: { holdIds: ['licence'], reasons: ['LICENCE_EXPIRED'] },
    })
  })

  it('keeps quiet about what an order of it was answered', async () => {
    const play = openPlay()
    await play.tell(p1, placed({ holdId: 'open-1', code: 'NETWORK_FAULT', disclosure: 'open' }))
    const [order] = Object.values((await play.context()).orders)
    const read = (commandId: string): JournalEntry => ({
      ...(play.entries.at(-1) as JournalEntry),
      commandId,
      cause: { type: 'device.found', serial: '123-456-789', by: sys, at: play.at(), seq: 2 } as never,
    })
    const view = viewEntry(await play.record(), 'merchant')
    expect(view(read('command-9'))).toBeDefined()
    expect(order?.kind).toBe('disableAcceptance')
    expect(view(read(`${order?.orderId}#0`))).toBeUndefined()
    expect(view(read(`${order?.orderId}#2.0`))).toBeUndefined()
  })
})

describe('an entry', () => {
  /** As it might stand in the journal of a life with one open hold and one hidden one. */
  const entryWith = async (differs: Partial<JournalEntry>) => {
    const play = openPlay()
    await play.tell(p1, placed({ holdId: 'open-1', code: 'NETWORK_FAULT', disclosure: 'open' }))
    await play.tell(p1, placed())
    const view = viewEntry(await play.record(), 'merchant')
    return { play, seen: view({ ...(play.entries.at(1) as JournalEntry), ...differs }) }
  }

  it('names no order that its reader must not know of', async () => {
    const { play, seen } = await entryWith({})
    const { orders } = (await play.context()) as { orders: Record<string, { kind: string }> }
    expect(play.entries.at(1)?.orderIds.map((id) => orders[id]?.kind)).toContain('disableAcceptance')
    const kinds = seen?.orderIds.map((id) => orders[id]?.kind)
    expect(kinds).toContain('notify')
    expect(kinds).not.toContain('disableAcceptance')
  })

  it('tells no issue of what is hidden', async () => {
    const issues = [{ code: 'CURRENCY_MISMATCH' }, { code: 'CURRENCY_MISMATCH', ref: 'case-5' }] as const
    const { seen } = await entryWith({ issues: issues as unknown as JournalEntry['issues'] })
    expect(seen?.issues).toEqual([issues[0]])
  })

  it('is not shown where it carries the whole record over, or brings an authority’s order', async () => {
    const record = await openPlay().record()
    expect((await entryWith({ cause: { migrated: record, from: 1 } })).seen).toBeUndefined()
    const document = paper('authority_order', 'not-on-file-any-more')
    const cause = { type: 'document.added', document, by: p1, at: record.at, seq: 9 } as const
    expect((await entryWith({ cause })).seen).toBeUndefined()
  })
})

describe('the journal that a merchant reads', () => {
  it('loses nothing that it may know: its own words, what is open, and what was decided of it', async () => {
    const play = openPlay()
    await play.tell(m1, { type: 'note.recorded', kind: 'note', text: 'the shop moves in May' })
    await play.tell(recorder, { type: 'note.recorded', kind: 'note', text: 'as told by telephone' })
    await play.tell(p1, placed({ code: 'LICENCE_EXPIRED', disclosure: 'open' }))
    await play.tell(p1, { type: 'agent.assigned', agentId: 'agent-1', tasks: ['devices'] })
    const own = await readBy(play, 'merchant')
    expect(typesIn(own)).toEqual([
      'opened',
      'note.recorded',
      'note.recorded',
      'hold.placed',
      'agent.assigned',
    ])
    for (const [index, entry] of own.entries())
      expect(entry).toEqual({ ...play.entries[index], orderIds: entry.orderIds })
  })

  it('leaves out what the provider writes for itself, and what it has in mind', async () => {
    const play = openPlay(terminal({ holds: [{ holdId: 'odd', code: 'UNKNOWN' }] }))
    await play.tell(p1, { type: 'note.recorded', kind: 'note', text: 'ask risk about this one' })
    await play.tell(p1, {
      type: 'act.proposed',
      act: { type: 'hold.reclassified', holdId: 'odd', code: 'AUTHORITY_ORDER', caps: ['payout'] },
    })
    expect(await told(play)).not.toMatch(/ask risk|AUTHORITY_ORDER/)
  })
})
