import { expect } from 'vitest'
import type { SuspensionReason } from '../../src/domain/index.ts'
import { requirements } from '../../src/machine/index.ts'
import type { Order } from '../../src/schemas/index.ts'
import { approved, run } from '../support/closure.ts'
import { m1, p1, p2 } from '../support/people.ts'
import { cny, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const ordersOf = async (world: World) => Object.values((await world.context()).orders)
const tickets = async (world: World) =>
  (await ordersOf(world)).flatMap((order: Order) => (order.kind === 'openTicket' ? [order.params] : []))
const notices = async (world: World) =>
  (await ordersOf(world)).flatMap((order: Order) => (order.kind === 'notify' ? [order.params] : []))

const hold = (code: SuspensionReason, differs: object = {}) =>
  ({ type: 'hold.placed', holdId: 'h', code, words: 'as told', ...differs }) as const

export const helpStories: Stories = {
  'what the merchant asks for is work of the department that does it [R-055 R-135 R-209]': async (open) => {
    const world = await open(
      terminal({ deposits: [{ depositId: 'd', kind: 'device_pledge', amount: cny(200_000), heldBy: 'a' }] }),
    )
    const kinds = ['repair', 'replacement', 'return', 'collection', 'backup'] as const
    for (const kind of kinds) await world.tell(m1, { type: 'request.made', requestId: kind, kind })
    expect(await tickets(world)).toEqual(
      ['workshop', 'workshop', 'warehouse', 'warehouse', 'workshop'].map((department, n) => ({
        department,
        topic: 'request_made',
        ref: kinds[n],
      })),
    )
  },

  'a deposit that is asked back while closing is work of the settlement': async (open) => {
    const world = await open()
    await run(world, approved)
    const before = (await tickets(world)).length
    await world.tell(m1, { type: 'request.made', requestId: 'money', kind: 'depositRefund' })
    expect((await tickets(world)).slice(before)).toEqual([
      { department: 'settlement', topic: 'request_made', ref: 'money' },
    ])
  },

  'a call for help goes to whoever looks after the reason, by request or by note [R-053 R-080 R-254]': async (
    open,
  ) => {
    const world = await open()
    await world.tell(m1, { type: 'request.made', requestId: 'r', kind: 'support' })
    await world.tell(p1, hold('ACCOUNT_ARREARS'))
    await world.tell(m1, { type: 'note.recorded', kind: 'supportContact', text: 'why is it off?' })
    expect(await tickets(world)).toMatchObject([
      { department: 'support', topic: 'request_made' },
      { department: 'settlement', topic: 'support_contact' },
    ])
  },

  'each category of causes is somebody’s: hardware and network, money, rules [R-075 R-210 R-260]': async (
    open,
  ) => {
    for (const [code, department] of [
      ['HARDWARE_FAULT', 'workshop'],
      ['SOFTWARE_FAULT', 'workshop'],
      ['NETWORK_FAULT', 'workshop'],
      ['ACCOUNT_ARREARS', 'settlement'],
      ['RULE_VIOLATION', 'risk'],
      ['OTHER', 'support'],
    ] as const) {
      const world = await open()
      await world.tell(p1, hold(code))
      await world.tell(m1, { type: 'note.recorded', kind: 'supportContact', text: 'why is it off?' })
      expect((await tickets(world)).at(-1)).toMatchObject({ department, topic: 'support_contact' })
    }
  },

  'a hidden limit does not show in who is asked': async (open) => {
    const world = await open()
    await world.tell(p1, hold('RULE_VIOLATION', { disclosure: 'hidden' }))
    await world.tell(m1, { type: 'request.made', requestId: 'r', kind: 'support' })
    expect(await tickets(world)).toMatchObject([{ department: 'support', ref: 'r' }])
  },

  'an escalation names how far up it went, reaches whoever answers for that, and stays open until it is settled [R-233 R-243]':
    async (open) => {
      const world = await open()
      const escalation = { type: 'note.recorded', kind: 'escalation', text: 'the deposit is late' } as const
      await world.tell(m1, { ...escalation, topic: 'deposit', level: 'provider', followUpId: 'e-1' })
      await world.tell(m1, { ...escalation, topic: 'deposit', level: 'authority', followUpId: 'e-2' })
      expect(await tickets(world)).toMatchObject([
        { department: 'settlement', topic: 'escalation', ref: 'e-1' },
        { department: 'risk', topic: 'escalation', ref: 'e-2' },
      ])
      await world.refuse(m1, { ...escalation, followUpId: 'e-1' }, 'REFERENCE_IN_USE')
      const left = async () =>
        requirements(await world.record(), { at: world.at(), actor: m1 }).eventuallyDue.map(({ ref }) => ref)
      expect(await left()).toEqual(['e-1', 'e-2'])
      await world.tell(p1, { type: 'followUp.done', followUpId: 'e-1' })
      expect(await left()).toEqual(['e-2'])
      expect((await world.context()).followUps).toMatchObject({
        'e-1': { done: true },
        'e-2': { done: false },
      })
    },

  'a complaint or a payout that worries somebody while the terminal is suspended is followed up [R-297]':
    async (open) => {
      const world = await open()
      await world.tell(p1, hold('OTHER'))
      const problem = { type: 'note.recorded', kind: 'problemRaised', text: 'a customer complains' } as const
      await world.tell(m1, { ...problem, topic: 'complaint' })
      await world.tell(m1, { ...problem, topic: 'settlement' })
      expect(await tickets(world)).toMatchObject([
        { department: 'support', topic: 'problem_raised' },
        { department: 'settlement', topic: 'problem_raised' },
      ])
      expect(Object.values((await world.context()).followUps)).toMatchObject([
        { done: false },
        { done: false },
      ])
    },

  'a plain note opens nothing': async (open) => {
    const world = await open()
    await world.tell(m1, { type: 'note.recorded', kind: 'note', text: 'nothing' })
    expect(await tickets(world)).toEqual([])
    expect((await world.context()).followUps).toEqual({})
  },

  'a device out of order is work for the workshop at once, a failure of the platform for support [R-135]':
    async (open) => {
      const broken = await open()
      await broken.tell(p1, hold('HARDWARE_FAULT'))
      expect(await tickets(broken)).toEqual([{ department: 'workshop', topic: 'device_fault', ref: 'h' }])
      const platform = await open()
      await platform.tell(p1, hold('HARDWARE_FAULT', { side: 'platform' }))
      expect(await tickets(platform)).toMatchObject([{ department: 'support' }])
      const arrears = await open()
      await arrears.tell(p1, hold('ACCOUNT_ARREARS'))
      expect(await tickets(arrears)).toEqual([])
    },

  'a limit that customers never noticed ends with a word to the merchant, a hidden one without [R-130]':
    async (open) => {
      const limited = { caps: ['payout'], release: 'provider' } as const
      const world = await open()
      await world.tell(p1, hold('OTHER', limited))
      await world.tell(p2, { type: 'hold.lifted', holdId: 'h' })
      expect(await notices(world)).toMatchObject([
        { audience: 'merchant', template: 'terminal_restricted' },
        { audience: 'merchant', template: 'restriction_lifted', ref: 'h', disclosure: 'open' },
      ])
      const hidden = await open()
      await hidden.tell(p1, hold('OTHER', { ...limited, disclosure: 'hidden' }))
      await hidden.tell(p2, { type: 'hold.lifted', holdId: 'h' })
      expect(await notices(hidden)).toMatchObject([
        { audience: 'provider', disclosure: 'hidden' },
        { audience: 'provider', template: 'restriction_lifted', disclosure: 'hidden' },
      ])
    },
}
