import { expect } from 'vitest'
import { availableActions, explain, requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent, ReinstatementRequested } from '../../src/schemas/index.ts'
import { quiet, shippedBack } from '../blockers/acts.ts'
import { approved, backedUp, drained, erased, keysRemoved, orderOf, run } from '../support/closure.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
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

  'who says that a device was misused brings the report of the damage when it is to sell again': async (
    open,
  ) => {
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
    const held = { holdId: 'own', code: 'NETWORK_FAULT', serial: second } as const
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

  'which test is owed is said, and of which device: of none where any of them will do [R-271]': async (
    open,
  ) => {
    const owed = async (held: object) => {
      const own = { holdId: 'own', code: 'NETWORK_FAULT', ...held } as const
      const world = await open(terminal({ devices: [of(serial), of(second)], holds: [own] }))
      const evidence: [ReturnType<typeof paper>] = [paper('device_test_record')]
      await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'own', evidence })
      await world.tell(p2, {
        type: 'hold.remedyVerified',
        holdId: 'own',
        checked: seen('device_test_record'),
      })
      const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
      return currentlyDue.find(({ code }) => code === 'TEST_INCOMPLETE')?.data
    }
    expect(await owed({ serial: second })).toEqual({ owed: expect.any(String), serial: second })
    expect(await owed({})).toEqual({ owed: expect.any(String) })
  },

  'what one person proposed is open to another, word for word, and nothing else is by it': async (open) => {
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

  'what came back in two parts is counted together, and what is still missing is the merchant’s': async (
    open,
  ) => {
    const handedOut = { ...of(serial), accessories: [{ name: 'cable', count: 3 }] }
    const found = async (...returned: readonly number[]) => {
      const world = await open(terminal({ devices: [handedOut] }))
      await run(world, approved, ...quiet, erased, keysRemoved, shippedBack)
      const accessories = returned.map((count) => ({ name: 'cable', expected: count, returned: count }))
      await world.tell(p2, { type: 'device.inspected', serial, condition: 'intact', accessories })
      return (await world.context()).devices[serial]?.inspection?.incomplete
    }
    expect(await found(1, 2)).toBe(false)
    expect(await found(1, 1)).toBe(true)
  },

  'a test is passed by a technician, and by nobody else of the service provider': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'own', code: 'NETWORK_FAULT' }] }))
    const evidence: [ReturnType<typeof paper>] = [paper('device_test_record')]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'own', evidence })
    await world.tell(p2, { type: 'hold.remedyVerified', holdId: 'own', checked: seen('device_test_record') })
    const passed = { type: 'test.passed', serial, kind: 'full', checks: [] } as const
    const asked = { at: world.at(), actor: { ...agent, duties: [] } }
    expect(explain(await world.record(), passed, asked)).toContainEqual(
      expect.objectContaining({ code: 'DUTY_REQUIRED', data: { duties: ['technician'] } }),
    )
  },

  'a device does not come back into its terminal while somebody wipes it': async (open) => {
    const world = await open()
    const spare = 'SN-SPARE'
    const kind = { owner: 'provider', tenancy: 'sole' } as const
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: spare, ...kind })
    await run(world, drained, backedUp)
    await world.tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
    const orderId = await orderOf(world, 'eraseDevice')
    const back = { type: 'device.replaced', oldSerial: spare, newSerial: serial, ...kind } as const
    const codes = async () =>
      explain(await world.record(), back, { at: world.at(), actor: p1 }).map(({ code, ref }) => [code, ref])
    expect(await codes()).not.toContainEqual(['ORDER_CLAIMED', orderId])
    await world.tell(sys, { type: 'order.claimed', orderId })
    expect(await codes()).toContainEqual(['ORDER_CLAIMED', orderId])
  },
}
