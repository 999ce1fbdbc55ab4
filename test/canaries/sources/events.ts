import fc from 'fast-check'
import type * as z from 'zod'
import { type Actor, type EventType, profileOf, type Role } from '../../../src/domain/index.ts'
import { createLifecycle } from '../../../src/machine/index.ts'
import { createRuntime } from '../../../src/runtime/index.ts'
import { LifecycleEvent } from '../../../src/schemas/index.ts'
import { arbitraryOf } from '../../../src/testing/arbitraries.ts'
import { testClock } from '../../support/clock.ts'
import { agent, m1, p1, sys } from '../../support/people.ts'
import { start, terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { harmless } from '../canaries.ts'
import type { Net } from '../net.ts'
import { nameOf, type Place, placesOf, plant } from '../places.ts'
import { inTurn, type Plan, thinned, writings } from '../plan.ts'
import { type Homes, inMemory } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

interface Planting {
  readonly type: EventType
  readonly event: LifecycleEvent
  readonly place: Place
}

type Option = { readonly shape: { readonly type: { readonly value: EventType } } }
const { out } = (LifecycleEvent as unknown as z.ZodPipe)._zod.def
const { options } = out as unknown as { readonly options: readonly Option[] }

/** Every place of every type, each once, in an event that has it. */
const plantings = (samples: number): readonly Planting[] => {
  const found = new Map<string, Planting>()
  for (const option of options) {
    const type = option.shape.type.value
    const made = fc.sample(arbitraryOf(option as never), { numRuns: samples, seed: 29 }) as LifecycleEvent[]
    for (const event of made)
      for (const place of placesOf(event)) {
        const name = `${type} ${nameOf(place)}`
        if (place.path[0] !== 'type' && !found.has(name)) found.set(name, { type, event, place })
      }
  }
  return [...found.values()]
}

const speakers: Readonly<Record<Role, Actor>> = {
  provider: p1,
  system: sys,
  merchant: m1,
  serviceProvider: agent,
}
const speakerOf = (type: EventType): Actor => {
  const { roles } = profileOf(type)
  const role = (['provider', 'system', 'merchant', 'serviceProvider'] as const).find((one) =>
    roles.includes(one),
  )
  return speakers[role ?? 'provider']
}

/** The machine alone takes what has been parsed, so that it masks what a report refers to and looks at nothing else. */
const isOpen = (event: LifecycleEvent, place: Place): boolean =>
  place.kind === 'value' && LifecycleEvent.safeParse(plant(event, place, harmless.text)).success
const isReport = (type: EventType): boolean => profileOf(type).kind === 'report'

/** One life holds this many; then another one begins, so that records stay small. */
const perLife = 120

const { open, step } = createLifecycle()

/** Every string of every event, told to a runtime and to the machine alone. */
export const plantEvents = async (
  net: Net,
  plan: Plan & { readonly samples?: number; readonly homes?: () => Homes },
): Promise<void> => {
  const { samples = 4, homes = inMemory } = plan
  const next = inTurn(plan)
  let planted = 0
  let life = openLife(homes())
  let record = open(terminal(), { at: start, commandId: 'open' }).record
  for (const { type, event, place } of thinned(plantings(samples), plan))
    for (const canary of next())
      for (const text of writings(canary)) {
        planted += 1
        const told = plant(event, place, text) as LifecycleEvent
        const actor = speakerOf(type)
        net.planted(canary, 'events', `${type} ${nameOf(place)}`)
        try {
          net.see('answer', await (await life).tell(actor, told))
        } catch (error) {
          net.see('error', error)
        }
        if (isReport(type) && isOpen(event, place) && canary.family === 'number' && text === canary.text)
          try {
            const at = new Date(Date.parse(record.at) + 1_000).toISOString()
            const answer = step(record, { commandId: `c-${planted}`, at, actor, event: told })
            net.see('answer', answer)
            if (answer.accepted && planted % perLife !== 0) record = answer.record
          } catch (error) {
            net.see('error', error)
          }
        if (planted % perLife === 0) {
          await (await life).end(net, plan)
          life = openLife(homes())
          record = open(terminal(), { at: start, commandId: 'open' }).record
        }
      }
  await (await life).end(net, plan)
}

const openLife = async (homes: Homes) => {
  const clock = testClock()
  const { store, documents } = homes
  const failures: unknown[] = []
  const runtime = createRuntime({
    ...{ store, clock, access: 'any', papers: documents, services: silentServices },
    onFailure: (failure) => failures.push(failure),
  })
  await runtime.open(terminal())
  let told = 0
  return {
    tell: (actor: Actor, event: LifecycleEvent) => {
      told += 1
      clock.tick(1_000)
      return runtime.dispatch({ lifecycleId: 'life-1', commandId: `command-${told}`, actor, event })
    },
    end: async (net: Net, { canaries }: Plan) => {
      await runtime.drain()
      net.sift('callback', failures, canaries, 'events onFailure')
      await siftLife(net, runtime, 'life-1', canaries, 'events')
      await homes.sift(net, canaries, 'events')
    },
  }
}
