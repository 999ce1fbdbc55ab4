// The least that somebody writes who has xstate, zod and ky, and not this package: the types of the three, hardly used.
import ky from 'ky'
import { createActor, setup } from 'xstate'
import * as z from 'zod'

type Event = { type: 'suspend' } | { type: 'reinstate' }

const machine = setup({ types: { events: {} as Event } }).createMachine({
  initial: 'live',
  states: { live: { on: { suspend: 'held' } }, held: { on: { reinstate: 'live' } } },
})
export const actor = createActor(machine)
export const Terminal = z.strictObject({ terminalId: z.string(), serials: z.array(z.string()) })
export type Terminal = z.output<typeof Terminal>
export const api = ky.create({ retry: 2 })
