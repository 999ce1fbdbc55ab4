import { expect } from 'vitest'
import type { DocumentRef, DocumentType } from '../../src/domain/index.ts'
import { checkSuspension, explain, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { backedUp } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import {
  cny,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  serial,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const moving = (differs: object = {}) =>
  terminal({ holds: [{ holdId: 'move', code: 'DATA_MIGRATION' }], ...differs })
const claim = (...evidence: readonly DocumentRef[]): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId: 'move',
  evidence: evidence as [DocumentRef],
})
const verify = (...types: readonly DocumentType[]): LifecycleEvent => ({
  type: 'hold.remedyVerified',
  holdId: 'move',
  ...(types.length > 0 && { checked: seen(...types) }),
})
const plan = (facts?: object) => ({ ...paper('data_migration_plan'), facts }) as DocumentRef
const added = (document: DocumentRef) => ({ type: 'document.added', document }) as const
const statusOf = async (world: World) => (await world.context()).holds.move?.status

const wanted = async (world: World) => {
  const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
  return currentlyDue.flatMap(({ papers = [] }) => papers.map(({ anyOf }) => anyOf[0]))
}

/** Data are moved when the plan says so and there is a copy of them. */
export const moveStories: Stories = {
  'a move of data is shown by its plan and its copy, not by one of them or by any paper [R-200 R-202]':
    async (open) => {
      const world = await open(moving())
      await world.refuse(m1, claim(paper('training_record')), 'EVIDENCE_UNSUITABLE')
      expect(await wanted(world)).toEqual(['data_migration_plan', 'backup_record'])
      await world.tell(m1, claim(plan()))
      expect(await wanted(world)).toEqual(['backup_record'])
      await world.refuse(p2, verify('data_migration_plan'), 'FACT_MISSING', 'DOCUMENTS_INCOMPLETE')
      const papers = [plan({ result: 'verified' }), paper('backup_record')]
      const copyAlone = await open(moving())
      await copyAlone.tell(m1, claim(paper('backup_record')))
      await copyAlone.refuse(p2, verify('backup_record'), 'DOCUMENTS_INCOMPLETE')
      const both = await open(moving())
      await both.tell(m1, claim(...papers))
      expect(await wanted(both)).toEqual([])
      await both.refuse(p2, verify(), 'FACTS_UNCHECKED')
      await both.tell(p2, verify('data_migration_plan'))
      expect(await statusOf(both)).toBe('cleared')
    },

  'what the plan says is what was seen: an open one proves nothing, nor customers’ data without a ground [R-201 C-14]':
    async (open) => {
      for (const [facts, isGood] of [
        [{ result: 'open' }, false],
        [{ result: 'verified', customers: true }, false],
        [{ result: 'verified', customers: true, lawfulBasis: true }, true],
        [{ result: 'verified', customers: false }, true],
      ] as const) {
        const world = await open(moving())
        if (!isGood) await world.refuse(m1, claim(plan(facts), paper('backup_record')), 'EVIDENCE_UNSUITABLE')
        else await world.tell(m1, claim(plan(facts), paper('backup_record')))
      }
      // whoever looks at a silent one says what it says
      const world = await open(moving())
      await world.tell(m1, claim(plan(), paper('backup_record')))
      const [{ documentId, digest }] = seen('data_migration_plan') as [{ documentId: string; digest: string }]
      const looked = (result: string): LifecycleEvent => ({
        type: 'hold.remedyVerified',
        holdId: 'move',
        checked: [{ documentId, digest, facts: { result } }],
      })
      await world.refuse(p2, looked('open'), 'EVIDENCE_UNSUITABLE')
      await world.tell(p2, looked('verified'))
    },

  'a copy that was read back needs no paper, and a host that has the records says up to when [R-202 OQ-17]':
    async (open) => {
      const read = await open(moving())
      await backedUp(read)
      expect(await wanted(read)).toEqual(['data_migration_plan'])
      await read.tell(m1, claim(plan({ result: 'verified' })))
      await read.tell(p2, verify('data_migration_plan'))
      for (const [coversUpTo, isWhole] of [
        ['2026-03-01T18:00:00+08:00', true],
        ['2026-02-01T00:00:00+08:00', false],
      ] as const) {
        const world = await open(moving())
        const statement = paper('server_side_records_statement', 'host', { coversUpTo })
        await world.tell(p1, added(statement))
        await world.tell(m1, claim(plan({ result: 'verified' })))
        if (isWhole) await world.tell(p2, verify('data_migration_plan'))
        else await world.refuse(p2, verify('data_migration_plan'), 'EVIDENCE_UNSUITABLE')
      }
      // read back, but something was sold since
      const stale = await open(moving())
      await backedUp(stale)
      await stale.tell(sys, {
        type: 'transaction.reported',
        ref: 'sale-9',
        kind: 'sale',
        state: 'settled',
        amount: cny(100),
        serial,
        occurredAt: stale.at(),
      })
      await stale.tell(m1, claim(plan({ result: 'verified' })))
      await stale.refuse(p2, verify('data_migration_plan'), 'DOCUMENTS_INCOMPLETE')
    },

  'an application after a move needs both papers too, and the plan says that it is done [R-200 R-202]':
    async (open) => {
      const world = await open()
      await world.tell(p1, {
        type: 'hold.placed',
        holdId: 'move',
        code: 'DATA_MIGRATION',
        release: 'application',
      })
      const asked = (...papers: readonly DocumentRef[]) =>
        reinstatementRequested(
          { move: 'DATA_MIGRATION' },
          { documents: [paper('reinstatement_request'), ...papers] },
        )
      await world.refuse(m1, asked(plan({ result: 'verified' })), 'DOCUMENTS_INCOMPLETE')
      await world.refuse(m1, asked(plan({ result: 'open' }), paper('backup_record')), 'EVIDENCE_UNSUITABLE')
      await world.tell(m1, asked(plan(), paper('backup_record')))
      await world.refuse(p2, reviewApproved('application-2', ['data_migration_plan']), 'FACT_MISSING')
      const { digest } = plan()
      const facts = { result: 'verified' }
      await world.tell(p2, { type: 'document.checked', documentId: 'data_migration_plan', digest, facts })
      await world.tell(p2, reviewApproved('application-2'))
    },

  'a pause is asked for with a word on the copy, which may be that there can be none [R-302 C-11]': async (
    open,
  ) => {
    const world = await open()
    const copies = async () => {
      const { later } = checkSuspension(await world.record(), { at: world.at(), actor: m1 })
      return later.map(({ code }) => code)
    }
    expect(await copies()).toEqual(['BACKUP_MISSING'])
    const silent = suspensionRequested({ dataBackup: undefined } as never)
    const why = explain(await world.record(), silent, { at: world.at(), actor: m1 })
    expect(why.map(({ code }) => code)).toEqual(['REQUIRED_HERE'])
    await world.refuse(m1, suspensionRequested({ dataBackup: 'notPossible' }), 'REQUIRED_HERE')
    await backedUp(world)
    expect(await copies()).toEqual([])
    await world.tell(m1, suspensionRequested({ dataBackup: 'notPossible', dataBackupNote: 'it is dead' }))
  },
}
