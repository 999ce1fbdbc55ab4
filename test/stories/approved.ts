import { expect } from 'vitest'
import { agent, m1, p1, p2 } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const papers = [
  'business_licence',
  'arrears_statement',
  'payment_proof',
  'repair_or_replacement_record',
] as const
const approves = reviewApproved('application-2', papers)
const holdsOf = async (world: World) => (await world.context()).holds

/** What an approval does to the holds that it is about, and to no other one. */
export const approvedStories: Stories = {
  'what has paid for arrears belongs to the hold of arrears, each statement with it': async (open) => {
    const holds = [
      { holdId: 'licence', code: 'LICENCE_EXPIRED' },
      { holdId: 'rent', code: 'ACCOUNT_ARREARS' },
    ] as const
    const world = await open(terminal({ holds }))
    const documents = [
      ...[
        paper('reinstatement_request'),
        paper('business_licence'),
        paper('payment_proof', 'paid', cny(300)),
      ],
      ...['march', 'april'].map((id) => paper('arrears_statement', id, cny(100))),
    ]
    await world.tell(
      m1,
      reinstatementRequested({ licence: 'LICENCE_EXPIRED', rent: 'ACCOUNT_ARREARS' }, { documents }),
    )
    const checked = [
      ...seen('business_licence'),
      ...['paid', 'march', 'april'].map((id) => ({ documentId: id, digest: digestOf(id) })),
    ]
    await world.tell(p2, { ...reviewApproved('application-2'), checked } as never)
    const { documents: filed } = await world.context()
    expect(Object.values(filed).map(({ id, for: about }) => [id, about])).toEqual([
      ['reinstatement_request', null],
      ['business_licence', null],
      ['paid', 'rent'],
      ['march', 'rent'],
      ['april', 'rent'],
    ])
  },

  'a hold that was taken back while the review went on does not come back with the approval': async (
    open,
  ) => {
    const holds = [
      { holdId: 'licence', code: 'LICENCE_EXPIRED' },
      { holdId: 'fault', code: 'HARDWARE_FAULT' },
    ] as const
    const world = await open(terminal({ holds }))
    await world.tell(m1, reinstatementRequested({ licence: 'LICENCE_EXPIRED', fault: 'HARDWARE_FAULT' }))
    await world.tell(p2, { type: 'hold.rescinded', holdId: 'licence', reason: 'placed in error' })
    await world.tell(p2, approves)
    expect(await holdsOf(world)).toMatchObject({
      licence: { status: 'lifted' },
      fault: { status: 'cleared' },
    })
  },

  'the fault that is named on the form is that of what is broken, and of no other hold': async (open) => {
    const holds = [
      { holdId: 'licence', code: 'LICENCE_EXPIRED' },
      { holdId: 'fault', code: 'HARDWARE_FAULT' },
    ] as const
    const world = await open(terminal({ holds }))
    const fault = { component: 'printer', cause: 'wear', description: 'it does not print' } as const
    await world.tell(
      m1,
      reinstatementRequested({ licence: 'LICENCE_EXPIRED', fault: 'HARDWARE_FAULT' }, { fault }),
    )
    await world.tell(p2, approves)
    expect(await holdsOf(world)).toMatchObject({ licence: { fault: null }, fault: { fault } })
  },

  'who asked for a terminal to come back stands with its hold where it was the service provider': async (
    open,
  ) => {
    const assigned = { agentId: 'agent-1', tasks: ['devices'] } as const
    for (const [person, agentId] of [
      [agent, 'agent-1'],
      [m1, undefined],
    ] as const) {
      const holds = [{ holdId: 'fault', code: 'HARDWARE_FAULT' }] as const
      const world = await open(terminal({ holds, agent: assigned }))
      await world.tell(person, reinstatementRequested({ fault: 'HARDWARE_FAULT' }))
      await world.tell(p2, approves)
      expect((await holdsOf(world)).fault?.agentId).toBe(agentId)
    }
  },

  'a closure whose day has come before anybody decided begins with the approval': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested({ effectiveDate: '2026-03-10T00:00:00+08:00' }))
    await world.pass(10)
    await world.tell(p1, reviewApproved('application-1', ['business_licence']))
    expect(await world.value()).toHaveProperty('closing')
    expect((await world.context()).application).toBeNull()
  },
}
