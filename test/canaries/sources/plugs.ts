import { createBackend, memoryDocuments } from '../../../src/backend/index.ts'
import { type Auth, bearer, createAcquirerClient, hmac, signing } from '../../../src/client/index.ts'
import { createRuntime, memoryStore, type RuntimeOptions, type Store } from '../../../src/runtime/index.ts'
import { createAcquirerHandler } from '../../../src/server/index.ts'
import { createFollower, memoryCases, webhookHandler } from '../../../src/webhooks/index.ts'
import { samples } from '../../contract/samples.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { clockAt, hmacKey, sentAt, signed } from '../../webhooks/kit.ts'
import type { Net } from '../net.ts'
import { inTurn, type Plan } from '../plan.ts'

/** Throws what a library of somebody else's throws: its message, code and request say everything. */
type Fail = () => never
const failing = (text: string): Fail => {
  return () => {
    const cause = { headers: { authorization: text }, message: text }
    throw Object.assign(new Error(`vault said ${text}`, { cause }), { code: text, config: { data: text } })
  }
}

const clientWith = (auth: Auth, more: object = {}) =>
  createAcquirerClient({
    ...{ baseUrl: 'https://acquirer.example/v1', auth, retry: { attempts: 1 } },
    fetch: async () => Response.json(samples.readStatus.answer),
    ...more,
  })
const read = (auth: Auth, more?: object) => clientWith(auth, more).readStatus(samples.readStatus.input)
const token = bearer('token')
const at = { now: () => '2026-03-02T01:00:00Z' }

/** A runtime with one plug that fails once everything has been opened. */
const runtimeWith = async (net: Net, make: (fails: () => boolean) => Partial<RuntimeOptions>) => {
  let isBroken = false
  const clock = testClock()
  const runtime = createRuntime({
    ...{ store: memoryStore(), services: silentServices, clock },
    onFailure: (failure) => net.see('callback', [failure, failure.error]),
    ...make(() => isBroken),
  })
  await runtime.open(terminal())
  isBroken = true
  const event = { type: 'note.recorded', kind: 'escalation', text: 'no answer for days' } as const
  const command = { lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event }
  const trials = [
    () => runtime.dispatch(command),
    () => runtime.get('life-1', { actor: p1 }),
    () => runtime.work({}, { actor: p1 }),
    () => runtime.health(),
    () => runtime.audit(),
    () => runtime.drain(),
  ]
  for (const trial of trials)
    try {
      net.see('answer', await trial())
    } catch (error) {
      net.see('error', error)
    }
}

const methods = ['load', 'answered', 'commit', 'claim', 'next', 'waiting', 'health', 'find', 'work'] as const
const brokenStore = (method: (typeof methods)[number], fail: Fail, isBroken: () => boolean): Store => {
  const store = memoryStore()
  return new Proxy(store, {
    get: (target, name) => {
      const own = target[name as keyof Store] as (...given: unknown[]) => unknown
      if (typeof own !== 'function') return own
      return (...given: unknown[]) =>
        name === method && isBroken() ? Promise.reject(caught(fail)) : own.apply(target, given)
    },
  })
}
const caught = (fail: Fail): unknown => {
  try {
    return fail()
  } catch (error) {
    return error
  }
}

const post = async (options: object) => {
  const handler = webhookHandler({
    keys: [hmacKey],
    clock: clockAt(sentAt),
    receive: async () => {},
    ...options,
  })
  const { headers, body } = await signed()
  return handler(new Request('https://portal.example/hooks', { method: 'POST', headers, body }))
}

const serverWith = async (net: Net, implementation: object, authenticate: () => unknown) => {
  const handler = createAcquirerHandler(implementation as never, {
    authenticate: authenticate as never,
    onError: (error, about) => net.see('callback', [error, about]),
  })
  const response = await handler(new Request('https://office.example/v1/terminals/life-1'))
  net.see('reply', `${JSON.stringify([...response.headers])} ${await response.text()}`)
}

/** Every function that is plugged in, each as it fails. */
const plugs: Readonly<Record<string, (fail: Fail, net: Net, text: string) => Promise<unknown>>> = {
  'the token of the client': (fail) => read(bearer(fail)),
  'the token of the client, later': (fail) => read(bearer(async () => fail())),
  'headers of the client': (fail) => read({ headers: async () => fail() }),
  'the signer of the client': (fail) =>
    read(signing({ keyId: 'k-1', algorithm: 'ecdsa-p256-sha256', key: async () => fail(), clock: at })),
  'the clock of the client': (fail) =>
    read(hmac({ keyId: 'k-1', secret: 'x'.repeat(32), clock: { now: fail } })),
  'the clock of the client that gives no time': (_, __, text) =>
    read(hmac({ keyId: 'k-1', secret: 'x'.repeat(32), clock: { now: () => text } })),
  fetch: (fail) => read(token, { fetch: async () => fail() }),
  'the dialect': (fail) => read(token, { dialect: fail }),
  'a mapping': (fail) => read(token, { mappings: { readStatus: { reply: fail } } }),
  'a mapping of requests': (fail) => read(token, { mappings: { readStatus: { request: fail } } }),
  'hooks of the client': (fail) => read(token, { hooks: { onAttempt: fail, onAnswer: fail } }),
  'the environment of the client': (fail) =>
    read(token, { environment: { now: fail, random: fail, sleep: fail, timeout: fail } }),
  'the address of the client': async (_, __, text) =>
    createAcquirerClient({ baseUrl: `https://user:${text}@acquirer.example?key=${text}`, auth: token }),
  'the clock of the runtime': (fail, net) =>
    runtimeWith(net, (isBroken) => ({
      clock: { now: () => (isBroken() ? fail() : '2026-03-02T01:00:00.000Z') },
    })),
  'the clock of the runtime that gives no time': (_, net, text) =>
    runtimeWith(net, (isBroken) => ({ clock: { now: () => (isBroken() ? text : '2026-03-02T01:00:00Z') } })),
  'papers of the runtime': (fail, net) => runtimeWith(net, () => ({ papers: { facts: async () => fail() } })),
  'access of the runtime': (fail, net) =>
    runtimeWith(net, (isBroken) => ({ access: () => (isBroken() ? fail() : true) })),
  ...Object.fromEntries(
    methods.map((method) => [
      `the store of the runtime at ${method}`,
      (fail: Fail, net: Net) =>
        runtimeWith(net, (isBroken) => ({ store: brokenStore(method, fail, isBroken) })),
    ]),
  ),
  'authenticate of the server': (fail, net) => serverWith(net, {}, fail),
  'an operation of the server': (fail, net) => serverWith(net, { getTerminal: fail }, () => p1),
  'an answer of the server': (_, net, text) =>
    serverWith(net, { getTerminal: async () => ({ [text]: text }) }, () => p1),
  'the runtime of the back end': (fail, net) => {
    const runtime = new Proxy({}, { get: () => async () => fail() })
    const given = { clock: testClock(), documents: memoryDocuments() }
    return serverWith(net, createBackend(runtime as never, given), () => p1)
  },
  'receive of webhooks': (fail, net) =>
    post({ receive: async () => fail(), onError: (error: unknown) => net.see('callback', error) }),
  'replay of webhooks': (fail) => post({ replay: { seen: async () => fail() } }),
  'the reader of a follower': (fail, net) => {
    const follower = createFollower({
      read: async () => fail(),
      known: memoryCases<{ version: number }>(),
      onFailure: (error: unknown) => net.see('callback', error),
    } as never)
    return post({ receive: follower.receive as never })
  },
  'keys of webhooks': async (_, __, text) =>
    webhookHandler({ keys: [text], clock: at, receive: async () => {} }),
}

export const plantPlugs = async (net: Net, plan: Plan): Promise<void> => {
  const next = inTurn(plan)
  for (const [name, plug] of Object.entries(plugs))
    for (const canary of next()) {
      net.planted(canary, 'plugs', name)
      try {
        net.see('answer', await plug(failing(canary.text), net, canary.text))
      } catch (error) {
        net.see('error', error)
      }
    }
}
