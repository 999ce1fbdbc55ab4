// Every setting that is a number: where it is given, by which path it is refused, and what it may be.
import { memoryDocuments } from '../../../src/backend/index.ts'
import { sqliteDocuments } from '../../../src/backend/sqlite.ts'
import { allPages, uploadDocument } from '../../../src/client/index.ts'
import { createNodeTransport } from '../../../src/client/node.ts'
import { closeFleet, dispatchFleet, inLanes, openFleet } from '../../../src/fleet/index.ts'
import { connectServices, createLifecycle } from '../../../src/machine/index.ts'
import { memoryStore } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { openSqlite, sqliteStore } from '../../../src/runtime/sqlite.ts'
import { verifySignature } from '../../../src/server/index.ts'
import { listen, nodeListener } from '../../../src/server/node.ts'
import { createMockAcquirer, faultyStore } from '../../../src/testing/index.ts'
import { serveMockAcquirer } from '../../../src/testing/node.ts'
import { sqliteDeliveries } from '../../../src/webhooks/sqlite.ts'
import { restateByHand } from '../../runtime/restate/by-hand.ts'
import { silentServices } from '../../support/world.ts'
import { answering, client, clock, first, opened, paper, request, restate, runtime, signed } from './made.ts'
import { ofOrders, ofRuntime, type Setting, under } from './of-runtime.ts'
import { ofWebhooks } from './of-webhooks.ts'

const home = { applicationId: 7, versions: [], statements: () => ({}) }
const pool = { on: () => undefined, connect: () => undefined } as never

export const settings: Readonly<Record<string, Setting>> = {
  'createAcquirerClient(options).retry.attempts': { give: (attempts) => client({ retry: { attempts } }) },
  'createAcquirerClient(options).retry.delay': { give: (delay) => client({ retry: { delay } }), least: 0 },
  'createAcquirerClient(options).retry.throttledDelay': {
    give: (throttledDelay) => client({ retry: { throttledDelay } }),
    least: 0,
  },
  'createAcquirerClient(options).retry.longestWait': {
    give: (longestWait) => client({ retry: { longestWait } }),
    least: 0,
  },
  'createAcquirerClient(options).timeout.attempt': { give: (attempt) => client({ timeout: { attempt } }) },
  'createAcquirerClient(options).timeout.total': { give: (total) => client({ timeout: { total } }) },
  'createAcquirerClient(options).timeout.queue': { give: (queue) => client({ timeout: { queue } }) },
  'createAcquirerClient(options).timeout.upload': { give: (upload) => client({ timeout: { upload } }) },
  'createAcquirerClient(options).concurrency': { give: (concurrency) => client({ concurrency }) },
  'createAcquirerClient().pollApplication(options).every': {
    give: (every) => answering().pollApplication({ applicationId: 'a' }, { every }),
  },
  'createAcquirerClient().pollApplication(options).timeout': {
    give: (timeout) => answering().pollApplication({ applicationId: 'a' }, { timeout }),
  },
  'createAcquirerClient().uploadDocument(options).pieceSize': {
    give: (pieceSize) => answering().uploadDocument(paper as never, { pieceSize }),
  },
  'createAcquirerClient().*(options).expectedVersion': {
    give: (expectedVersion) => answering().findTerminals({}, { expectedVersion }),
    ...{ path: '/expectedVersion', least: 0 },
  },
  'allPages(options).pages': { give: (pages) => allPages(answering().findTerminals, {}, { pages }) },
  'allPages(options).expectedVersion': {
    give: (expectedVersion) => first(allPages(answering().findTerminals, {}, { expectedVersion })),
    least: 0,
  },
  'uploadDocument(options).pieceSize': {
    give: (pieceSize) => uploadDocument(answering(), paper as never, { pieceSize }),
  },
  'createNodeTransport(options).sockets': { give: (sockets) => createNodeTransport({ sockets }) },
  'createNodeTransport(options).idle': { give: (idle) => createNodeTransport({ idle }) },
  'verifySignature(options).window.past': {
    give: (past) => verifySignature(request(), async () => new Uint8Array(), { ...signed, window: { past } }),
    least: 0,
  },
  'verifySignature(options).window.future': {
    give: (future) =>
      verifySignature(request(), async () => new Uint8Array(), { ...signed, window: { future } }),
    least: 0,
  },
  'nodeListener(options).bodyTimeout': {
    give: (bodyTimeout) => nodeListener(() => new Response(), { bodyTimeout }),
  },
  ...Object.fromEntries(
    ['bodyTimeout', 'headersTimeout', 'requestTimeout', 'port'].map((name) => [
      `listen(options).${name}`,
      {
        give: async (value) => (await listen(() => new Response(), { [name]: value })).close(),
        least: name === 'port' ? 0 : 1,
      } satisfies Setting,
    ]),
  ),
  'connectServices(options).timeoutMs': {
    give: (timeoutMs) => connectServices(createLifecycle(), silentServices, { clock, timeoutMs }),
  },
  ...under('createRuntime', ofOrders(runtime)),
  'createRuntime(options).breaker.failures': {
    give: (failures) => runtime({ breaker: { failures } }),
    endless: true,
  },
  'createRuntime(options).breaker.baseMs': { give: (baseMs) => runtime({ breaker: { baseMs } }), least: 0 },
  'createRuntime(options).breaker.capMs': { give: (capMs) => runtime({ breaker: { capMs } }), least: 0 },
  'createRuntime(options).concurrency': {
    give: (notify) => runtime({ concurrency: { notify } }),
    ...{ path: '/concurrency/notify', least: 0 },
  },
  'createRuntime(options).pollMs': { give: (pollMs) => runtime({ pollMs }) },
  ...under('createRuntime()', ofRuntime(opened)),
  ...under(
    'terminalLifecycleObject',
    ofOrders((options) => restateByHand(options)),
  ),
  'throughRestate().settle(options).atATime': { give: (atATime) => restate().settle({ atATime }) },
  ...under(
    'throughRestate()',
    ofRuntime(async () => restate(await opened())),
  ),
  'sqliteStore(options).busyTimeoutMs': {
    give: (busyTimeoutMs) => sqliteStore(':memory:', { busyTimeoutMs }),
    least: 0,
  },
  'sqliteDocuments(options).busyTimeoutMs': {
    give: (busyTimeoutMs) => sqliteDocuments(':memory:', { busyTimeoutMs }),
    least: 0,
  },
  'sqliteDeliveries(options).busyTimeoutMs': {
    give: (busyTimeoutMs) => sqliteDeliveries(':memory:', { busyTimeoutMs }),
    least: 0,
  },
  'openSqlite(options).busyTimeoutMs': {
    give: (busyTimeoutMs) => openSqlite(':memory:', home, { busyTimeoutMs }),
    least: 0,
  },
  'openSqlite(home).applicationId': {
    give: (applicationId) => openSqlite(':memory:', { ...home, applicationId }),
    path: '/home/applicationId',
  },
  'openSqlite(home).wholeSince': {
    give: (wholeSince) => openSqlite(':memory:', { ...home, wholeSince }),
    ...{ path: '/home/wholeSince', least: 0, endless: true },
  },
  'postgresStore(options).busyTimeoutMs': { give: (busyTimeoutMs) => postgresStore(pool, { busyTimeoutMs }) },
  ...Object.fromEntries(
    [
      ['memoryDocuments()', memoryDocuments] as const,
      ['sqliteDocuments()', () => sqliteDocuments(':memory:')] as const,
    ].flatMap(([name, make]): [string, Setting][] => [
      [
        `${name}.forgetOlderThan(limit)`,
        { give: (limit) => make().forgetOlderThan(clock.now(), clock.now(), limit), path: '/limit' },
      ],
      [`${name}.scanAgain(limit)`, { give: (limit) => make().scanAgain(clock.now(), limit), path: '/limit' }],
    ]),
  ),
  'inLanes(options).concurrency': { give: (concurrency) => inLanes([], async () => 0, { concurrency }) },
  'openFleet(given).concurrency': { give: (concurrency) => openFleet(runtime(), [], { concurrency }) },
  'dispatchFleet(options).concurrency': {
    give: (concurrency) => dispatchFleet(runtime(), [], { concurrency }),
  },
  'closeFleet(given).concurrency': {
    give: (concurrency) => closeFleet(answering(), [], { batch: 'b', form: {} as never, concurrency }),
  },
  ...ofWebhooks,
  'createMockAcquirer(options).seed': {
    give: (seed) => createMockAcquirer({ clock, seed }),
    least: Number.MIN_SAFE_INTEGER,
  },
  'serveMockAcquirer(options).seed': {
    give: async (seed) => (await serveMockAcquirer({ seed })).close(),
    least: Number.MIN_SAFE_INTEGER,
  },
  'serveMockAcquirer(options).port': {
    give: async (port) => (await serveMockAcquirer({ port })).close(),
    least: 0,
  },
  'faultyStore().faults(faults)[].times': {
    give: (times) => faultyStore(memoryStore()).faults([{ call: 'load', how: 'fails', times }]),
    ...{ path: '/faults/0/times', endless: true },
  },
}
