import { expect } from 'vitest'
import type { Facts } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { agent, m1, p1, p2, sys } from '../support/people.ts'
import {
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  serial,
  statusRead,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const second = '123-456-790'
const third = '123-456-791'
const of = (one: string) => ({ serial: one, owner: 'provider', tenancy: 'sole' }) as const
const both = (more: object = {}) => terminal({ devices: [of(serial), of(second)], ...more })
const broken = { holdId: 'fault', code: 'NETWORK_FAULT', serial: second } as const

const passedOn = (one: string, kind: 'smoke' | 'full' = 'full'): LifecycleEvent => ({
  type: 'test.passed',
  serial: one,
  kind,
  checks: (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
    name,
    passed: true,
  })),
})
const claimed = (facts: Facts, id = 'test-1', holdId = 'fault'): LifecycleEvent => ({
  type: 'hold.remedyClaimed',
  holdId,
  evidence: [paper('device_test_record', id, { ...paper('device_test_record').facts, ...facts })],
})
const verified = (id = 'test-1', holdId = 'fault'): LifecycleEvent => ({
  type: 'hold.remedyVerified',
  holdId,
  checked: [{ documentId: id, digest: digestOf(id) }],
})
const remedied = async (world: World): Promise<void> => {
  await world.tell(m1, claimed({ serial: second }))
  await world.tell(p2, verified())
}
const statusOf = async (world: World, holdId: string) => (await world.context()).holds[holdId]?.status
const sells = async (world: World) => {
  await world.tell(sys, statusRead('on', world.at()))
  expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
}

/** A hold of one device is ended by what is known of that device. */
export const oneDeviceStories: Stories = {
  'the test of one device leaves the hold of the other one where it is': async (open) => {
    const world = await open(both({ holds: [broken] }))
    await remedied(world)
    await world.tell(agent, passedOn(serial))
    expect(await statusOf(world, 'fault')).toBe('cleared')
    expect(await world.value()).toMatchObject({ live: { service: { suspended: 'testing' } } })
    await world.tell(agent, passedOn(second))
    expect(await statusOf(world, 'fault')).toBe('lifted')
    await sells(world)
  },

  'a hold of the whole terminal ends with the test of any device, and the strict test of one device asks nothing of another':
    async (open) => {
      const world = await open(both({ holds: [broken] }))
      await world.tell(p1, { type: 'hold.placed', holdId: 'all', code: 'SYSTEM_MAINTENANCE', test: 'smoke' })
      await remedied(world)
      await world.tell(p1, { type: 'hold.lifted', holdId: 'all' })
      await world.tell(agent, passedOn(serial, 'smoke'))
      expect(await statusOf(world, 'all')).toBe('lifted')
      expect(await statusOf(world, 'fault')).toBe('cleared')
      await world.refuse(agent, passedOn(second, 'smoke'), 'TEST_INCOMPLETE')
      await world.tell(agent, passedOn(second))
      await sells(world)
    },

  'a hold names a device that the terminal sells on, also when it becomes another one': async (open) => {
    const world = await open(both())
    const unclear = { type: 'hold.placed', holdId: 'x', code: 'UNKNOWN' } as const
    await world.refuse(p1, { ...unclear, serial: 'nobody' }, 'DEVICE_UNKNOWN')
    await world.tell(p1, {
      type: 'device.replaced',
      oldSerial: serial,
      newSerial: third,
      owner: 'provider',
      tenancy: 'sole',
    })
    await world.refuse(p1, { ...unclear, serial }, 'WRONG_SERIAL')
    await world.tell(p1, unclear)
    const found = { type: 'hold.reclassified', holdId: 'x', code: 'NETWORK_FAULT' } as const
    await world.tell(p1, { type: 'act.proposed', act: { ...found, serial } as never })
    await world.refuse(p2, { ...found, serial }, 'WRONG_SERIAL')
    await world.tell(p1, { type: 'act.proposed', act: { ...found, serial: second } as never })
    await world.tell(p2, { ...found, serial: second })
    expect((await world.context()).holds.x?.serial).toBe(second)
  },

  'a paper that speaks of the other device clears nothing': async (open) => {
    const world = await open(both({ holds: [broken] }))
    await world.refuse(m1, claimed({ serial }), 'EVIDENCE_UNSUITABLE')
    await world.tell(m1, claimed({}))
    const other = { ...paper('device_test_record').facts, serial } as Facts
    await world.refuse(
      p2,
      {
        type: 'hold.remedyVerified',
        holdId: 'fault',
        checked: [{ documentId: 'test-1', digest: digestOf('test-1'), facts: other }],
      },
      'EVIDENCE_UNSUITABLE',
    )
    await world.tell(m1, claimed({ serial: second }, 'test-2'))
    await world.tell(p2, verified('test-2'))
  },

  'an application brings the repair of the device that is held, and is not approved on that of another':
    async (open) => {
      const world = await open(both({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT', serial: second }] }))
      const repair = (one: string | undefined, id: string) =>
        paper('repair_or_replacement_record', id, {
          result: 'repaired',
          performer: 'repairer',
          ...(one && { serial: one }),
        })
      const asked = (document: ReturnType<typeof paper>) =>
        reinstatementRequested(
          { fault: 'HARDWARE_FAULT' },
          { documents: [paper('reinstatement_request'), document] },
        )
      await world.refuse(m1, asked(repair(serial, 'other')), 'EVIDENCE_UNSUITABLE')
      await world.tell(p1, { type: 'document.added', document: repair(serial, 'on-file') })
      const lacking = async () => {
        const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
        return currentlyDue.flatMap(({ papers = [] }) => papers)
      }
      const flaw = { documentId: 'on-file', code: 'EVIDENCE_UNSUITABLE', fact: 'serial' }
      expect(await lacking()).toContainEqual(expect.objectContaining({ onFile: [flaw] }))
      await world.tell(m1, asked(repair(undefined, 'repair')))
      const { facts: _, type: __, id: documentId, digest } = repair(undefined, 'repair')
      const approval = reviewApproved('application-2')
      const said = { result: 'repaired', performer: 'repairer' }
      await world.refuse(
        p2,
        { ...approval, checked: [{ documentId, digest, facts: { ...said, serial } }] } as LifecycleEvent,
        'EVIDENCE_UNSUITABLE',
      )
      await world.tell(p2, {
        ...approval,
        checked: [{ documentId, digest, facts: { ...said, serial: second } }],
      } as LifecycleEvent)
    },

  'what is held goes over to the device that takes the place of the held one, and to no other': async (
    open,
  ) => {
    const world = await open(both({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT', serial: second }] }))
    await world.tell(
      m1,
      reinstatementRequested(
        { fault: 'HARDWARE_FAULT' },
        { documents: [paper('reinstatement_request'), paper('repair_or_replacement_record')] },
      ),
    )
    await world.tell(p2, reviewApproved('application-2', ['repair_or_replacement_record']))
    const spare = { owner: 'provider', tenancy: 'sole' } as const
    // the approval was for the second device: it stands when another one is replaced
    await world.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: third, ...spare })
    expect(await statusOf(world, 'fault')).toBe('cleared')
    await world.tell(p1, { type: 'device.replaced', oldSerial: second, newSerial: 'SN-4', ...spare })
    expect((await world.context()).holds.fault).toMatchObject({ status: 'effective', serial: 'SN-4' })
  },

  'a pause for a broken device is about that device': async (open) => {
    const world = await open(both())
    await world.tell(
      m1,
      suspensionRequested({
        reason: 'HARDWARE_FAULT',
        serialNumber: second,
        fault: { component: 'printer', symptom: 'paperJam', cause: 'unknown' },
        documents: [paper('suspension_request'), paper('supporting_evidence')],
      }),
    )
    await world.tell(p2, reviewApproved('application-1'))
    expect((await world.context()).holds['suspension:application-1']?.serial).toBe(second)
  },

  'each device that is lost is held by itself, and found by itself': async (open) => {
    const world = await open(both())
    for (const one of [serial, second])
      await world.tell(m1, {
        type: 'device.lost',
        serial: one,
        kind: 'lost',
        report: paper('loss_report', `loss-${one}`),
      })
    const holds = () => world.context().then((context) => Object.keys(context.holds))
    expect(await holds()).toEqual([expect.stringContaining(serial), expect.stringContaining(second)])
    const [one, other] = await holds()
    await world.tell(m1, { type: 'device.found', serial, where: 'in the drawer' } as LifecycleEvent)
    const evidence = [paper('repair_or_replacement_record', 'looked-at')]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: String(one), evidence })
    const checked = [{ documentId: 'looked-at', digest: digestOf('looked-at') }]
    await world.tell(p2, { type: 'hold.remedyVerified', holdId: String(one), checked })
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: String(other), evidence })
    await world.refuse(
      p2,
      { type: 'hold.remedyVerified', holdId: String(other), checked },
      'DEVICE_REPORTED_LOST',
    )
    expect(seen('loss_report')).toHaveLength(1)
  },

  'the hold of a lost device keeps its name where the terminal sells on no other, and the new device is tested for it':
    async (open) => {
      const world = await open()
      await world.tell(m1, { type: 'device.lost', serial, kind: 'stolen', report: paper('loss_report') })
      const spare = { newSerial: third, owner: 'provider', tenancy: 'sole' } as const
      await world.tell(p1, { type: 'device.replaced', oldSerial: serial, ...spare })
      const [hold] = Object.values((await world.context()).holds)
      // as every release has told it: journals of before tell the same record
      expect(hold).not.toHaveProperty('serial')
      const holdId = String(hold?.holdId)
      const evidence = [paper('repair_or_replacement_record', 'in-its-place')]
      await world.tell(m1, { type: 'hold.remedyClaimed', holdId, evidence })
      const checked = [{ documentId: 'in-its-place', digest: digestOf('in-its-place') }]
      await world.tell(p2, { type: 'hold.remedyVerified', holdId, checked })
      const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: p1 })
      const owed = currentlyDue.filter(({ code }) => code === 'TEST_INCOMPLETE')
      expect(owed.map(({ data }) => data)).toEqual([{ owed: 'full' }])
      await world.tell(agent, passedOn(third))
      expect(await statusOf(world, holdId)).toBe('lifted')
    },

  'the same name for a hold of another device is no repeat': async (open) => {
    const world = await open(both())
    const placed = { type: 'hold.placed', holdId: 'fault-2', code: 'NETWORK_FAULT' } as const
    await world.tell(p1, { ...placed, serial: second })
    expect(await world.tell(p1, { ...placed, serial: second })).toMatchObject({ noop: true })
    expect(await world.tell(p1, placed)).toMatchObject({ noop: true })
    await world.refuse(p1, { ...placed, serial }, 'REFERENCE_IN_USE')
  },
}
