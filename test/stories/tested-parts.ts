import { expect } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { m1, onlyAs, p1, p2, sys } from '../support/people.ts'
import { reinstatementRequested, reviewApproved, serial, statusRead, terminal } from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const broken = terminal({ holds: [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] })
const papers = [
  'business_licence',
  'arrears_statement',
  'payment_proof',
  'repair_or_replacement_record',
] as const
const full = ['power', 'signOn', 'network', 'transaction', 'void'] as const
const passed = (more: readonly string[] = [], differs: object = {}, failing?: string) =>
  ({
    type: 'test.passed',
    serial,
    kind: 'full',
    checks: [...full, ...more].map((name) => ({ name, passed: name !== failing })),
    ...differs,
  }) as LifecycleEvent

/** Approved back, with a part that was broken: only its test is owed. */
const toBeTested = async (open: OpenWorld, component: 'printer' | 'scanner' | 'software' | 'other') => {
  const world = await open(broken)
  const fault = { component, cause: 'wear', description: 'it does not work' } as const
  await world.tell(m1, reinstatementRequested({ fault: 'HARDWARE_FAULT' }, { fault }))
  await world.tell(p2, reviewApproved('application-2', papers))
  return world
}

const isBack = async (world: World) => {
  await world.tell(sys, statusRead('on', world.at()))
  expect(await world.value()).toMatchObject({ live: { service: 'inService' } })
}

/** What was broken is tried by its name. */
export const testedPartStories: Stories = {
  'a full test that leaves out the part that was broken is not passed [R-259]': async (open) => {
    for (const component of ['printer', 'scanner'] as const) {
      const world = await toBeTested(open, component)
      const answer = await world.send(p1, passed())
      expect(answer).toMatchObject({
        accepted: false,
        blockers: [{ code: 'TEST_INCOMPLETE', data: { component } }],
      })
      await world.refuse(p1, passed([component], {}, component), 'TEST_INCOMPLETE')
      await world.tell(p1, passed([component]))
      await isBack(world)
    }
  },

  'a part that no check reports is attested by a technician, and by nobody else': async (open) => {
    const world = await toBeTested(open, 'printer')
    const byHand = passed([], { attested: ['printer'] })
    await world.refuse(p1, passed([], { attested: ['display'] }), 'TEST_INCOMPLETE')
    await world.refuse(onlyAs(p1, 'workshop'), byHand, 'DUTY_REQUIRED')
    await world.tell(onlyAs(p1, 'technician'), byHand)
    await isBack(world)
  },

  'of software, and of anything else, the full test tells enough': async (open) => {
    for (const component of ['software', 'other'] as const) {
      const world = await toBeTested(open, component)
      await world.tell(p1, passed())
      await isBack(world)
    }
  },

  'a model that reports tampering and its time reports both as in order, or is not passed': async (open) => {
    const world = await toBeTested(open, 'other')
    await world.refuse(p1, passed(['tamper', 'time'], {}, 'tamper'), 'TEST_INCOMPLETE')
    await world.tell(p1, passed(['tamper', 'time']))
    await isBack(world)
  },
}
