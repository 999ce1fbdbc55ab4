import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import type { Runtime } from '../../src/runtime/index.ts'
import {
  changeEvents,
  createFollower,
  createOutbox,
  type Endpoint,
  memoryCases,
  memoryDeliveries,
  type Outgoing,
  type Sent,
  webhookHandler,
} from '../../src/webhooks/index.ts'
import { collect } from '../runtime/collect.ts'
import { rig } from '../runtime/rig.ts'
import { m1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { hmacKey, otherHmacKey } from './kit.ts'
import { endpoint, movingEnvironment, ok } from './outbox-rig.ts'

const stranger: Actor = { ...p1, organisationId: 'acquirer-2', acquirerId: 'acquirer-2' }

/** What a receiver, or the way to it, does to one attempt. */
type Mood = 'takes' | 'dropsBefore' | 'dropsAfter' | 'twice' | 'late' | 'fails' | 'isBusy' | 'isGone'

export interface Script {
  /** Nobody but the house may read the odd ones. */
  told: readonly ('internal' | 'merchant' | 'opening')[]
  moods: readonly Mood[]
  /** Milliseconds between two rounds. */
  pauses: readonly number[]
}

export const scripts: fc.Arbitrary<Script> = fc.record({
  told: fc.array(fc.constantFrom('internal', 'merchant', 'opening'), { minLength: 3, maxLength: 14 }),
  moods: fc.array(
    fc.constantFrom<Mood>(
      'takes',
      'takes',
      'dropsBefore',
      'dropsAfter',
      'twice',
      'late',
      'fails',
      'isBusy',
      'isGone',
    ),
    { minLength: 1, maxLength: 30 },
  ),
  pauses: fc.array(fc.integer({ min: 0, max: 90_000_000 }), { minLength: 1, maxLength: 8 }),
})

interface Receiver {
  actor: Actor
  seen: { place: string; id: string; body: string }[]
  take(outgoing: Outgoing): Promise<Sent>
  cases: ReturnType<typeof memoryCases<{ version: number }>>
}

const unreached: Sent = { kind: 'failed', code: 'CONNECTION_FAILED' }

/** A portal that follows its cases by webhook, as its own people would build it. */
function portal(runtime: Runtime, actor: Actor, now: () => number, nextMood: () => Mood): Receiver {
  const cases = memoryCases<{ version: number }>()
  const read = async (lifecycleId: string) => runtime.get(lifecycleId, { actor })
  const { receive } = createFollower({ read, known: cases })
  const clock = { now: () => new Date(now()).toISOString() }
  const handler = webhookHandler({ keys: [otherHmacKey], clock, events: changeEvents, receive })
  const seen: Receiver['seen'] = []
  const late: (() => Promise<unknown>)[] = []

  const arrive = async ({ url, headers, body }: Outgoing): Promise<Sent> => {
    const response = await handler(new Request(url, { method: 'POST', headers, body }))
    const { lifecycleId, version } = JSON.parse(body).data
    if (response.ok) seen.push({ place: `${lifecycleId}/${version}`, id: headers['webhook-id'] ?? '', body })
    const retryAfter = response.headers.get('retry-after') ?? undefined
    return { kind: 'answered', status: response.status, retryAfter }
  }

  const moods: Readonly<Record<Mood, (outgoing: Outgoing) => Promise<Sent>>> = {
    takes: arrive,
    dropsBefore: async () => unreached,
    dropsAfter: async (outgoing) => {
      await arrive(outgoing)
      return { kind: 'failed', code: 'TIMEOUT' }
    },
    twice: async (outgoing) => {
      await arrive(outgoing)
      return arrive(outgoing)
    },
    // Stands in somebody's queue, and arrives when later ones have.
    late: async (outgoing) => {
      late.push(() => arrive(outgoing))
      return unreached
    },
    fails: async () => ({ kind: 'answered', status: 500 }),
    isBusy: async () => ({ kind: 'answered', status: 429, retryAfter: '30' }),
    isGone: async () => ({ kind: 'answered', status: 410 }),
  }
  const take = async (outgoing: Outgoing) => {
    const sent = await moods[nextMood()](outgoing)
    for (const one of late.length > 2 ? late.splice(0) : []) await one()
    return sent
  }
  return { actor, seen, cases, take }
}

/** Everything that this receiver's actor may read was seen, and nothing else; what it follows has come as far. */
async function judge(runtime: Runtime, { actor, seen, cases }: Receiver): Promise<void> {
  if (actor === stranger) return expect(seen).toEqual([])
  const places: string[] = []
  for (const { lifecycleId, version } of await runtime.find({}, { actor })) {
    const versions = (await collect(runtime.journal(lifecycleId, { actor }))).map((entry) => entry.version)
    places.push(...versions.map((one) => `${lifecycleId}/${one}`))
    const followed = cases.get(lifecycleId)?.version ?? -1
    // What a merchant may not read does not move its copy either.
    if (actor === p1) expect(followed).toBe(version)
    else expect(followed).toBeGreaterThanOrEqual(Math.max(...versions))
  }
  expect([...new Set(seen.map(({ place }) => place))].sort()).toEqual(places.sort())
  const ids = new Set(seen.map(({ id }) => id))
  expect(new Set(seen.map(({ id, place }) => `${id} ${place}`)).size).toBe(ids.size)
  expect(ids.size).toBe(places.length)
  if (actor !== p1) expect(seen.filter(({ body }) => body.includes('internal'))).toEqual([])
}

/** Plays one script to its end, and holds everything that was promised against what came of it. */
export async function playStory({ told, moods, pauses }: Script): Promise<{ attempts: number }> {
  const { environment, move } = movingEnvironment(() => 0.5)
  const { runtime, clock } = await rig()
  let [turn, attempts, isCalm] = [0, 0, false]
  const nextMood = (): Mood => (isCalm ? 'takes' : (moods[turn++ % moods.length] ?? 'takes'))
  const actors: Readonly<Record<string, Actor>> = { house: p1, merchant: m1, stranger }
  const receivers = new Map<string, Receiver>()
  const endpoints = Object.entries(actors).map(([id, actor]): Endpoint => {
    const url = `https://${id}.example.com/hooks`
    receivers.set(url, portal(runtime, actor, environment.now, nextMood))
    return endpoint({ id, url, actor, secrets: [hmacKey, otherHmacKey] })
  })
  const gone: string[] = []
  const send = (outgoing: Outgoing): Promise<Sent> => {
    attempts += 1
    return receivers.get(outgoing.url)?.take(outgoing) ?? Promise.resolve(ok)
  }
  const outbox = createOutbox({
    ...{ runtime, endpoints, environment, deliveries: memoryDeliveries(), transport: { send } },
    onDisabled: ({ endpointId }) => gone.push(endpointId),
    onFailure: ({ error }) => expect.fail(String(error)),
  })
  const round = async (pause: number) => {
    await outbox.drain()
    move(pause)
    // Somebody is told, asks the receiver, and switches it on again.
    for (const id of gone.splice(0)) await outbox.enable(id)
  }
  for (const [n, what] of told.entries()) {
    clock.tick(1_000)
    if (what === 'opening') await runtime.open(terminal({ lifecycleId: `more-${n}`, terminalId: `T-${n}` }))
    else {
      const event = { type: 'note.recorded', kind: 'note', text: `${what}-${n}`, visibility: what } as const
      await runtime.dispatch({ lifecycleId: 'life-1', commandId: `c-${n}`, actor: p1, event })
    }
    await round(pauses[n % pauses.length] ?? 0)
  }
  isCalm = true
  for (let calm = 0; calm < 14; calm += 1) await round(90_000_000)
  const health = await outbox.health()
  if (!health.reachable) return expect.fail('not reachable')
  for (const { endpointId, givenUp } of health.endpoints) {
    if (givenUp > 0) await outbox.redeliver(endpointId, { from: null })
  }
  for (let calm = 0; calm < 4; calm += 1) await round(90_000_000)
  expect((await outbox.health()) as object).toMatchObject({
    endpoints: Object.keys(actors).map(() => ({ waiting: 0, givenUp: 0, disabled: null })),
  })
  for (const receiver of receivers.values()) await judge(runtime, receiver)
  return { attempts }
}
