import { expect } from 'vitest'
import {
  type DocumentRef,
  type DocumentType,
  requiredDocuments,
  type SuspensionReason,
  suspensionReasons,
} from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import { ruleFor } from '../../src/machine/rules/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import {
  digestOf,
  paper,
  paperFor,
  reinstatementRequested,
  serial,
  start,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const claim = (...evidence: readonly DocumentRef[]): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId: 'own',
  evidence: evidence as [DocumentRef],
})
const verify = (...papers: readonly DocumentRef[]): LifecycleEvent => ({
  type: 'hold.remedyVerified',
  holdId: 'own',
  checked: papers.map(({ id }) => ({ documentId: id, digest: digestOf(id) })),
})
const statusOf = async (world: World) => (await world.context()).holds.own?.status
const placed = (code: SuspensionReason): LifecycleEvent => ({
  ...{ type: 'hold.placed', holdId: 'own', code, release: 'evidence', caps: ['sale'] },
  words: '待查',
})
const letter = paper('supporting_evidence')
const tested = (facts: object) => {
  const said = Object.entries({ ...paper('device_test_record').facts, ...facts })
  // a fact that is left out is not there at all
  const kept = Object.fromEntries(said.filter(([, value]) => value !== undefined))
  return paper('device_test_record', 'device_test_record', kept)
}
const offline = () => terminal({ holds: [{ holdId: 'own', code: 'NETWORK_FAULT' }] })
const wanted = async (world: World) => {
  const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
  return currentlyDue.flatMap(({ papers = [] }) => papers.map(({ anyOf }) => anyOf[0]))
}

const faults = async (world: World, event: LifecycleEvent) =>
  ruleFor(event.type)(await world.context(), { ...event, by: p2, at: world.at() } as never).map(
    ({ code }) => code,
  )

/** Facts of the record show these put right, or nothing has to be. */
const byThemselves = new Set<SuspensionReason>(['AUTHORITY_ORDER', 'REACTIVATION_CHECK', 'DEVICE_LOST'])
const shown = suspensionReasons.flatMap((code): [SuspensionReason, DocumentType[]][] => {
  const asked = requiredDocuments({
    process: 'reinstatement',
    initiator: 'merchant',
    merchantType: 'enterprise',
    reasons: [code],
  })
  const types = asked.map(({ type }) => type).filter((type) => type !== 'reinstatement_request')
  return byThemselves.has(code) || types.length === 0 ? [] : [[code, types]]
})

/** A hold that ends on evidence ends on what its reason asks for, and a letter beside it proves nothing. */
export const proofStories: Stories = {
  'a connection is shown by a test of it, not by a letter, another test or one of before the fault [R-111]':
    async (open) => {
      for (const [papers, ...codes] of [
        [[letter], 'DOCUMENTS_INCOMPLETE'],
        [[paper('repair_or_replacement_record')], 'DOCUMENTS_INCOMPLETE'],
        [[tested({ connection: undefined })], 'FACT_MISSING'],
        [[tested({ testedAt: undefined })], 'FACT_MISSING'],
        [[tested({ testedAt: '2026-03-01T09:00:00+08:00' })], 'EVIDENCE_UNSUITABLE'],
        [[letter, tested({ connection: false })], 'EVIDENCE_UNSUITABLE'],
      ] as const) {
        const world = await open(offline())
        await world.tell(m1, claim(...(papers as readonly DocumentRef[])))
        await world.refuse(p2, verify(...(papers as readonly DocumentRef[])), ...codes)
        expect(await statusOf(world)).toBe('effective')
      }
      const world = await open(offline())
      await world.tell(m1, claim(tested({ testedAt: start }), letter))
      await world.tell(p2, verify(tested({}), letter))
      expect(await statusOf(world)).toBe('cleared')
    },

  'whose proof is still wanted reads which paper it is, and it may follow the claim [R-111]': async (
    open,
  ) => {
    const world = await open(offline())
    expect(await wanted(world)).toEqual(['device_test_record'])
    await world.tell(m1, claim(letter))
    expect(await wanted(world)).toEqual(['device_test_record'])
    // one that looked at something else takes nothing off the list
    const other = { ...tested({ connection: false }), id: 'printer', digest: digestOf('printer') }
    await world.tell(m1, { type: 'document.added', document: other })
    expect(await wanted(world)).toEqual(['device_test_record'])
    await world.tell(m1, { type: 'document.added', document: tested({}) })
    expect(await wanted(world)).toEqual([])
    await world.tell(p2, verify(tested({}), letter))
    expect(await statusOf(world)).toBe('cleared')
  },

  'whatever the reason, a letter alone ends no hold, and its own papers do': async (open) => {
    expect(shown.length).toBeGreaterThan(14)
    for (const [code, types] of shown) {
      const world = await open()
      await world.tell(p1, placed(code))
      if (code !== 'OTHER') {
        await world.tell(m1, claim(letter))
        expect(await faults(world, verify(letter)), code).toContain('DOCUMENTS_INCOMPLETE')
      }
      const papers = types.map((type) => paperFor([code], type))
      await world.tell(m1, claim(...papers))
      // what the record itself knows of a case or an account is asked besides
      const left = (await faults(world, verify(...papers))).filter((each) => each !== 'ACCOUNT_UNVERIFIED')
      expect(left, code).toEqual([])
    }
  },

  'a device that is out of date, or no longer allowed, is renewed: a repair ends its hold by no path [R-190 R-279]':
    async (open) => {
      for (const code of ['DEVICE_OBSOLETE', 'REGULATORY_CHANGE'] as const) {
        const mended = paper('repair_or_replacement_record')
        const renewed = paperFor([code], 'repair_or_replacement_record')
        const byProof = await open()
        await byProof.tell(p1, placed(code))
        await byProof.tell(m1, claim(mended))
        await byProof.refuse(p2, verify(mended), 'EVIDENCE_UNSUITABLE')
        const proven = await open()
        await proven.tell(p1, placed(code))
        await proven.tell(m1, claim(renewed))
        await proven.tell(p2, verify(renewed))
        expect(await statusOf(proven)).toBe('cleared')

        const applied = await open()
        await applied.tell(p1, { ...placed(code), release: 'application' } as LifecycleEvent)
        const form = paper('reinstatement_request')
        const asking = (record: DocumentRef) =>
          reinstatementRequested({ own: code }, { documents: [form, record] })
        await applied.refuse(m1, asking(mended), 'EVIDENCE_UNSUITABLE')
        // what was verified beside an application is no approval of it
        await applied.tell(m1, claim(mended))
        await applied.tell(p2, verify(mended))
        expect(await statusOf(applied)).toBe('effective')
        await applied.tell(m1, asking({ ...renewed, id: 'renewed', digest: digestOf('renewed') }))
      }
    },

  'an old device is given up for a new one that meets the rules, and the terminal may be tested [R-280]':
    async (open) => {
      const world = await open()
      await world.tell(p1, placed('REGULATORY_CHANGE'))
      const by = { owner: 'provider', tenancy: 'sole' } as const
      await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: '123-456-790', ...by })
      const record = paperFor(['REGULATORY_CHANGE'], 'repair_or_replacement_record')
      await world.tell(m1, claim(record))
      await world.tell(p2, verify(record))
      const { holds, devices } = await world.context()
      expect(holds.own?.status).toBe('cleared')
      expect(devices[serial]?.role).toBe('retired')
      expect(devices['123-456-790']).toMatchObject({ role: 'bound', keys: 'loaded' })
      expect(await world.value()).toMatchObject({ live: { service: { suspended: 'testing' } } })
    },

  'a vague reason is named before anything shows that it is put right [R-049]': async (open) => {
    const world = await open()
    await world.tell(p1, placed('FUNDS_ISSUE'))
    await world.tell(m1, claim(letter))
    await world.refuse(p2, verify(letter), 'REASON_UNKNOWN')
  },
}
