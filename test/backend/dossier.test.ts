import { describe, expect, it } from 'vitest'
import { verifyJournal } from '../../src/contract/index.ts'
import { comesWhole, long, portalOf } from './long-lives.ts'
import { goldenLife } from './recorded.ts'

describe('the dossier', () => {
  it('of a closed terminal is read by its merchant, whole as far as it is his, and until when it is kept [R-031 R-199]', async () => {
    const life = await goldenLife('closure')
    const { as, lifecycleId } = portalOf(life)
    const dossier = await as('m1').exportDossier({ lifecycleId })
    expect(dossier.case.state).toBe('closed')
    expect(dossier.case.closing?.keepUntil).toBe(life.record.context.deadlines.retention?.due)
    expect(dossier.documents.items.map(({ type }) => type)).toContain('closure_request')
    const causes = dossier.journal.items.map(({ cause }) => cause.type)
    expect(causes).toEqual(
      expect.arrayContaining(['closure.requested', 'settlement.stated', 'refund.confirmed']),
    )
    expect((await as('p1').exportDossier({ lifecycleId })).case.head).toBe(life.entries.at(-1)?.hash)
  })

  it('of a terminal with 1 100 papers and 1 000 entries comes page by page, and nothing is missing', () =>
    comesWhole(1_100, 1_000))

  it('says nothing of entries that its reader may not see: not even that there are more', async () => {
    const golden = await goldenLife('closure')
    const shown = (await portalOf(golden).as('m1').getJournal({ lifecycleId: golden.record.lifecycleId }))
      .items
    // The provider's own notes, a page and more of them.
    const { as, lifecycleId } = portalOf(long(golden, 1, 500))
    expect(await as('m1').getJournal({ lifecycleId })).toEqual({ items: shown, nextCursor: null })
  })

  it('goes on behind what was shown, and refuses a place that nobody was given', async () => {
    const life = long(await goldenLife('closure'), 1_100, 500)
    const { as, raw, lifecycleId } = portalOf(life)
    const { nextCursor } = await as('p1').getJournal({ lifecycleId })
    const next = await as('p1').getJournal({ lifecycleId, cursor: nextCursor ?? '' })
    expect(next.items.at(0)?.seq).toBe(200)
    for (const list of ['journal', 'documents'])
      for (const cursor of ['7', 'WyJhIiwxXQ', 'e30', '%25', nextCursor?.slice(1)]) {
        const { status, text } = await raw('p1', `/terminals/${lifecycleId}/${list}?cursor=${cursor}`)
        expect(JSON.parse(text), `${list} ${cursor}`).toMatchObject({
          issues: [{ path: '/cursor', code: 'CURSOR_UNKNOWN' }],
        })
        expect(status).toBe(422)
      }
  })

  it('with its head tells whether the export is all of it [R-199]', async () => {
    const { as, lifecycleId } = portalOf(await goldenLife('third-party'))
    const dossier = await as('auditor').exportDossier({ lifecycleId })
    const found = await verifyJournal(dossier.journal.items, { head: dossier.case.head })
    expect(found).toMatchObject({ ok: true, entries: dossier.journal.items.length })
  })
})
