import { expect } from 'vitest'
import { availableActions, explain, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent, ReinstatementRequested } from '../../src/schemas/index.ts'
import { m1, p1, p2 } from '../support/people.ts'
import {
  cny,
  paper,
  reinstatementRequested,
  seen,
  serial,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const second = '123-456-790'
const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
const broken = { holdId: 'own', code: 'HARDWARE_FAULT' } as const
const misused = { component: 'printer', symptom: 'paperJam', cause: 'misuse' } as const

const enabled = async (world: World, actor: typeof p1) =>
  availableActions(await world.record(), { at: world.at(), actor }).flatMap((action) =>
    action.enabled ? [action.event] : [],
  )

/** What an act rests on: the paper, the device or the person that it needs, and nothing that only resembles it. */
export const groundStories: Stories = {
  'a charge for a damage names the report of it: another paper on file is no ground [R-225]': async (
    open,
  ) => {
    const world = await open()
    const licence = paper('business_licence')
    await world.tell(p1, { type: 'document.added', document: licence })
    await world.refuse(
      p1,
      {
        type: 'charge.raised',
        chargeId: 'screen',
        kind: 'damage',
        amount: cny(26_000),
        feeTableVersion: 'standard',
        documentId: licence.id,
      },
      'DOCUMENT_UNKNOWN',
    )
  },

  'who says that a device was misused brings the report of the damage when it is to sell again [R-246]':
    async (open) => {
      const asked = (cause: 'misuse' | 'wear', ...more: readonly ReturnType<typeof paper>[]) =>
        reinstatementRequested({ own: 'HARDWARE_FAULT' }, {
          fault: { ...misused, cause },
          documents: [paper('reinstatement_request'), paper('repair_or_replacement_record'), ...more],
        } as Partial<ReinstatementRequested['request']>)
      const world = await open(terminal({ holds: [broken] }))
      await world.refuse(m1, asked('misuse'), 'DOCUMENTS_INCOMPLETE')
      await world.tell(m1, asked('misuse', paper('damage_report', 'report', { cause: 'human' })))
      const worn = await open(terminal({ holds: [broken] }))
      await worn.tell(m1, asked('wear'))
      // who only wants it to rest shows nothing yet
      const resting = await open()
      await resting.tell(m1, suspensionRequested({ reason: 'HARDWARE_FAULT', fault: misused }))
    },

  'a test of the other device that is on file proves nothing of the one that is held [R-111]': async (
    open,
  ) => {
    const held = { holdId: 'own', code: 'NETWORK_FAULT', serial: second, release: 'evidence' } as const
    const world = await open(terminal({ devices: [of(serial), of(second)], holds: [held] }))
    const test = (one: string, id: string) =>
      paper('device_test_record', id, { ...paper('device_test_record').facts, serial: one })
    await world.tell(m1, {
      type: 'hold.remedyClaimed',
      holdId: 'own',
      evidence: [paper('supporting_evidence')],
    })
    await world.tell(p1, { type: 'document.added', document: test(serial, 'test-1') })
    const verified: LifecycleEvent = {
      type: 'hold.remedyVerified',
      holdId: 'own',
      checked: seen('supporting_evidence'),
    }
    const asked = { at: world.at(), actor: p2 }
    const [found] = explain(await world.record(), verified, asked)
    expect(found).toMatchObject({
      code: 'EVIDENCE_UNSUITABLE',
      data: { fact: 'serial', documentId: 'test-1' },
    })
    await world.refuse(p2, verified, 'EVIDENCE_UNSUITABLE')
    await world.tell(p1, { type: 'document.added', document: test(second, 'test-2') })
    await world.tell(p2, verified)
  },

  'what one person proposed is open to another, word for word, and nothing else is by it [R-260]': async (
    open,
  ) => {
    const world = await open()
    const act: LifecycleEvent = {
      type: 'backup.waived',
      serial,
      statement: paper('server_side_records_statement'),
    }
    const before = await enabled(world, p2)
    expect(before).not.toContain('backup.waived')
    await world.tell(p1, { type: 'act.proposed', act: act as never })
    expect(new Set(await enabled(world, p2))).toEqual(new Set([...before, 'backup.waived']))
    expect(await enabled(world, p1)).not.toContain('backup.waived')
  },

  'what ends by no path of its own is taken back, or the terminal is given up': async (open) => {
    const world = await open()
    await world.tell(p1, { type: 'hold.placed', holdId: 'own', code: 'RULE_VIOLATION', release: 'none' })
    const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
    const found = currentlyDue.find(({ ref }) => ref === 'own')
    expect(found).toMatchObject({
      code: 'HOLD_EFFECTIVE',
      owner: 'provider',
      clearedBy: ['hold.rescinded', 'closure.proposed', 'closure.imposed'],
    })
  },
}
