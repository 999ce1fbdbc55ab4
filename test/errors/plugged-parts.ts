import { expect } from 'vitest'
import { createBackend } from '../../src/backend/index.ts'
import { bearer, hmac, signing } from '../../src/client/index.ts'
import { prcCalendar } from '../../src/domain/index.ts'
import { checkedCalendar } from '../../src/runtime/checked-calendar.ts'
import { memoryStore, type Store } from '../../src/runtime/index.ts'
import { createAcquirerHandler, verifySignature } from '../../src/server/index.ts'
import { createFollower, webhookHandler } from '../../src/webhooks/index.ts'
import { caught, json, scripted, status, terminalRef } from '../client/kit.ts'
import { escalation, note, rig } from '../runtime/rig.ts'
import { testClock } from '../support/clock.ts'
import { p1 } from '../support/people.ts'
import { clock, hmacKey, signed } from '../webhooks/kit.ts'

/** Throws what the test wants. */
type Fail = () => never

const hmacSecret = 'x'.repeat(32)

/** What a call of the client comes to with a part that throws. */
const call = (options: Parameters<typeof scripted>[1]) =>
  caught(scripted([json(status)], options).client.readStatus({ terminalRef }))

const environment = { now: () => 0, elapsed: () => 0, random: () => 0, timer: () => () => undefined }
const still = { now: () => 0, sleep: async () => undefined, random: () => 0, uuid: () => 'u-1' }

/** What the runtime tells `onFailure` when a service throws. */
const served = async (service: () => Promise<never>) => {
  const { runtime, tell, failures } = await rig({ services: { openTicket: service } })
  await tell(escalation)
  await runtime.drain()
  return failures[0]?.error
}

/** What a dispatch comes to with a part that begins to throw after the terminal was opened. */
const dispatched = async (
  part: (
    use: <Given extends unknown[], Got>(ask: (...given: Given) => Got) => (...given: Given) => Got,
  ) => Parameters<typeof rig>[0],
  fail: Fail,
) => {
  let isBroken = false
  const { runtime } = await rig(
    part(
      (ask) =>
        (...given) =>
          isBroken ? fail() : ask(...given),
    ),
  )
  isBroken = true
  return caught(runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: note('x') }))
}

const committingBy = (change: (commit: Store['commit']) => Store['commit']): Store => {
  const store = memoryStore()
  const commit = change((changes) => store.commit(changes))
  return new Proxy({} as Store, {
    get: (_, name: keyof Store) => {
      const method: unknown = name === 'commit' ? commit : store[name]
      return typeof method === 'function' ? method.bind(store) : method
    },
  })
}

/** What a handler tells `onError`. */
const heard = async (implementation: object, options: object = {}) => {
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  const handler = createAcquirerHandler(implementation, { authenticate: () => p1, onError, ...options })
  const { status: answered } = await handler(new Request('https://a.example/v1/terminals/life-1'))
  expect(answered).toBe(500)
  return errors[0]
}

/** As much of one as it is known by. */
const documents = { announce: () => undefined }

/** What the back end's side of the contract comes to with a part that throws. */
const desked = (options: object) =>
  caught(
    (async () => {
      const { runtime } = await rig()
      const backend = createBackend(runtime, { clock, documents, ...options } as never)
      return backend.getDocument?.({ documentId: 'd-1' } as never, { actor: p1 } as never)
    })(),
  )

const signedRequest = async () => {
  const body = new Uint8Array()
  const auth = hmac({ keyId: 'k-1', secret: hmacSecret, clock })
  const headers = await auth.headers({ method: 'GET', target: '/v1/x', headers: {}, body })
  return new Request('https://a.example/v1/x', { headers })
}
const verified = async (options: object) =>
  caught(
    verifySignature(await signedRequest(), async () => new Uint8Array(), {
      keys: [{ keyId: 'k-1', algorithm: 'hmac-sha256', secret: hmacSecret }],
      clock,
      ...options,
    }),
  )

const received = async (options: object) => {
  const errors: unknown[] = []
  const receive = async () => undefined
  const handler = webhookHandler({
    keys: [hmacKey],
    clock,
    receive,
    onError: (error) => errors.push(error),
    ...options,
  })
  const message = await signed()
  const answer = await handler(new Request('https://a.example/', { method: 'POST', ...message }))
  expect(answer.status).toBe(500)
  return errors[0]
}

const followed = async (read: () => Promise<never>) => {
  const errors: unknown[] = []
  const known = { versionOf: async () => undefined, keep: async () => undefined }
  const follower = createFollower({ read, known, onFailure: (error) => errors.push(error) })
  const event = { type: 'case.changed', data: { lifecycleId: 'life-1', version: 2 } }
  await follower.receive({ ok: true, id: 'e', timestamp: 1, repeated: false, event } as never)
  return errors[0]
}

/** Each plugged-in part: how it is made to throw, what then comes out, and its code. */
export const pluggedParts: Readonly<
  Record<string, readonly [code: string, run: (fail: Fail) => Promise<unknown>]>
> = {
  'token function': ['PLUGGED_IN_FAILED', (fail) => call({ auth: bearer(fail) })],
  'token function that rejects': ['PLUGGED_IN_FAILED', (fail) => call({ auth: bearer(async () => fail()) })],
  'auth that throws at once': ['PLUGGED_IN_FAILED', (fail) => call({ auth: { headers: fail } })],
  signer: [
    'PLUGGED_IN_FAILED',
    (fail) =>
      call({
        auth: signing({ keyId: 'k-1', algorithm: 'ecdsa-p256-sha256', key: async () => fail(), clock }),
      }),
  ],
  'clock of a signer': [
    'PLUGGED_IN_FAILED',
    (fail) => call({ auth: hmac({ keyId: 'k-1', secret: hmacSecret, clock: { now: fail } }) }),
  ],
  fetch: ['CONNECTION_FAILED', (fail) => call({ retry: { attempts: 1 }, fetch: fail })],
  'fetch that rejects': [
    'CONNECTION_FAILED',
    (fail) => call({ retry: { attempts: 1 }, fetch: async () => fail() }),
  ],
  'clock of the client': [
    'PLUGGED_IN_FAILED',
    (fail) => call({ environment: { ...environment, elapsed: fail } }),
  ],
  dialect: ['PROTOCOL_ERROR', (fail) => call({ dialect: fail })],
  'mapping of a request': ['INVALID_INPUT', (fail) => call({ mappings: { readStatus: { request: fail } } })],
  'mapping of a reply': ['PROTOCOL_ERROR', (fail) => call({ mappings: { readStatus: { reply: fail } } })],
  service: ['of a service', (fail) => served(async () => fail())],
  'service that throws at once': ['of a service', (fail) => served(fail)],
  store: ['STORE_FAILED', (fail) => dispatched((use) => ({ store: committingBy(use) }), fail)],
  'store that rejects': [
    'STORE_FAILED',
    (fail) =>
      dispatched(
        (use) => ({ store: committingBy((commit) => async (changes) => use(commit)(changes)) }),
        fail,
      ),
  ],
  access: ['PLUGGED_IN_FAILED', (fail) => dispatched((use) => ({ access: use(() => true) }), fail)],
  'clock of the runtime': [
    'PLUGGED_IN_FAILED',
    (fail) => dispatched((use) => ({ clock: { now: use(testClock().now) } }), fail),
  ],
  'chance of the runtime': [
    'PLUGGED_IN_FAILED',
    (fail) => caught(rig({ worker: undefined, environment: { ...still, uuid: fail } })),
  ],
  calendar: [
    'PLUGGED_IN_FAILED',
    (fail) =>
      caught(
        (async () => checkedCalendar({ ...prcCalendar, isWorkingDay: fail })?.isWorkingDay('2026-01-05'))(),
      ),
  ],
  'documents port': ['PLUGGED_IN_FAILED', (fail) => desked({ documents: { ...documents, state: fail } })],
  authenticate: ['PLUGGED_IN_FAILED', (fail) => heard({}, { authenticate: fail })],
  'authenticate that rejects': [
    'PLUGGED_IN_FAILED',
    (fail) => heard({}, { authenticate: async () => fail() }),
  ],
  implementation: ['PLUGGED_IN_FAILED', (fail) => heard({ getTerminal: fail })],
  'look-up of keys': ['PLUGGED_IN_FAILED', (fail) => verified({ keys: fail })],
  'clock of a verifier': ['PLUGGED_IN_FAILED', (fail) => verified({ clock: { now: fail } })],
  'memory of signatures': ['PLUGGED_IN_FAILED', (fail) => verified({ replay: { remember: fail } })],
  'receiver of webhooks': ['PLUGGED_IN_FAILED', (fail) => received({ receive: fail })],
  'home of known cases': ['PLUGGED_IN_FAILED', (fail) => followed(async () => fail())],
}
