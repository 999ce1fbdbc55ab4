// Every setting that is a number: where it is given, by which path it is refused, and what it may be.
import { memoryDocuments } from '../../../src/backend/index.ts'
import { sqliteDocuments } from '../../../src/backend/sqlite.ts'
import {
  type AcquirerClientOptions,
  allPages,
  bearer,
  createAcquirerClient,
  uploadDocument,
} from '../../../src/client/index.ts'
import { createNodeTransport } from '../../../src/client/node.ts'
import { closeFleet, dispatchFleet, inLanes, openFleet } from '../../../src/fleet/index.ts'
import { connectServices, createLifecycle } from '../../../src/machine/index.ts'
import { createRuntime, memoryStore, type Runtime, type RuntimeOptions } from '../../../src/runtime/index.ts'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { throughRestate } from '../../../src/runtime/restate.ts'
import { openSqlite, sqliteStore } from '../../../src/runtime/sqlite.ts'
import { verifySignature } from '../../../src/server/index.ts'
import { listen, nodeListener } from '../../../src/server/node.ts'
import { createMockAcquirer, faultyStore, manualTime } from '../../../src/testing/index.ts'
import { serveMockAcquirer } from '../../../src/testing/node.ts'
import {
  createOutbox,
  judgeCallbackUrl,
  memoryDeliveries,
  memoryReplays,
  type OutboxOptions,
  signWebhook,
  verifyWebhook,
  webhookHandler,
} from '../../../src/webhooks/index.ts'
import { nodeTransport, webhookListener } from '../../../src/webhooks/node.ts'
import { sqliteDeliveries } from '../../../src/webhooks/sqlite.ts'
import { restateByHand } from '../../runtime/restate/by-hand.ts'
import { note } from '../../runtime/rig.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'

export interface Setting {
  /** Gives it; whatever this throws, or what it gives rejects with, is looked at. */
  readonly give: (value: never) => unknown
  /** JSON Pointer by which it is refused; the key's own last part when left out. */
  readonly path?: string
  /** The least it may be. @default 1 */
  readonly least?: number
  /** Infinity means something. */
  readonly endless?: true
}

const clock = testClock()
const environment = manualTime().environment
const base = { baseUrl: 'https://acquirer.example/v1', auth: bearer('t') }
export const client = (options: Partial<AcquirerClientOptions>) =>
  createAcquirerClient({ ...base, ...options })
const answering = (): ReturnType<typeof client> =>
  client({ fetch: async () => Response.json({ items: [], nextCursor: null }) })
export const runtime = (options: Partial<RuntimeOptions> = {}): Runtime =>
  createRuntime({ store: memoryStore(), services: silentServices, clock, ...options })
const opened = async (): Promise<Runtime> => {
  const made = runtime()
  await made.open(terminal())
  return made
}
const first = async (items: AsyncIterable<unknown>) => {
  for await (const item of items) return item
  return undefined
}
const restate = (from: Runtime = runtime()) =>
  throughRestate(from, { store: memoryStore(), url: 'http://127.0.0.1:1' })
const reader = { actor: p1 }
const life = 'life-1'
const command = { lifecycleId: life, commandId: 'c-1', actor: p1, event: note('n') }
const keys = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G']
export const outbox = (options: Partial<OutboxOptions>) =>
  createOutbox({
    ...{ runtime: runtime(), deliveries: memoryDeliveries(), environment, endpoints: [] },
    transport: { send: async () => ({ kind: 'failed', code: 'TIMEOUT' }) },
    ...options,
  })
const message = { headers: {}, body: '' } as never
const request = () => new Request('https://acquirer.example/v1', { method: 'POST', body: 'x' })
const signed = { keys: [], clock }
const paper = {
  type: 'business_licence',
  mediaType: 'application/pdf',
  name: 'p',
  content: new Uint8Array(1),
}

/** What reads and audits a home, in this process and before Restate. */
const ofRuntime = (make: () => Promise<Pick<Runtime, keyof Runtime & keyof ReturnType<typeof restate>>>) =>
  ({
    '.dispatch(command).expectedVersion': {
      give: async (expectedVersion) => (await make()).dispatch({ ...command, expectedVersion }),
      least: 0,
    },
    '.find(query).limit': { give: async (limit) => (await make()).find({ limit }, reader) },
    '.work(question).limit': { give: async (limit) => (await make()).work({ limit }, reader) },
    '.journal(reader).after': {
      give: async (after) => first((await make()).journal(life, { ...reader, after })),
      least: -1,
    },
    '.overview(reader).version': {
      give: async (version) => (await make()).overview(life, { ...reader, version }),
      least: 0,
    },
    '.changesPage(options).limit': {
      give: async (limit) => (await make()).changesPage(null, { ...reader, limit }),
    },
    '.audit(options).stuckAfter': {
      give: async (stuckAfter) => (await make()).audit({ stuckAfter }),
      endless: true,
    },
    '.audit(options).overdueMs': {
      give: async (overdueMs) => (await make()).audit({ overdueMs }),
      ...{ least: 0, endless: true },
    },
    '.auditChanges(options).stuckAfter': {
      give: async (stuckAfter) => (await make()).auditChanges(null, { stuckAfter }),
      endless: true,
    },
    '.auditChanges(options).overdueMs': {
      give: async (overdueMs) => (await make()).auditChanges(null, { overdueMs }),
      ...{ least: 0, endless: true },
    },
    '.auditChanges(options).limit': {
      give: async (limit) => (await make()).auditChanges(null, { limit }),
      endless: true,
    },
    '.migrateAll(options).limit': {
      give: async (limit) => (await make()).migrateAll({ limit }),
      endless: true,
    },
    '.purge(options).limit': {
      give: async (limit) => (await make()).purge({ ...reader, limit }),
      endless: true,
    },
  }) satisfies Record<string, Setting>

const under = (name: string, rows: Readonly<Record<string, Setting>>): Readonly<Record<string, Setting>> =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [`${name}${key}`, row]))

/** What carries orders out, in this process and under Restate. */
const ofOrders = (make: (options: Partial<RuntimeOptions>) => unknown) =>
  ({
    '(options).leaseMs': { give: (leaseMs) => make({ leaseMs }) },
    '(options).retry.baseMs': { give: (baseMs) => make({ retry: { baseMs } }), least: 0 },
    '(options).retry.capMs': { give: (capMs) => make({ retry: { capMs } }), least: 0 },
    '(options).parkAfter': {
      give: (notify) => make({ parkAfter: { notify } }),
      ...{ path: '/parkAfter/notify', endless: true },
    },
  }) satisfies Record<string, Setting>

const ofTolerance = (give: (tolerance: object) => unknown) =>
  ({
    '(options).tolerance.pastSeconds': { give: (pastSeconds) => give({ pastSeconds }), least: 10 },
    '(options).tolerance.aheadSeconds': { give: (aheadSeconds) => give({ aheadSeconds }) },
  }) satisfies Record<string, Setting>

const home = { applicationId: 7, versions: [], statements: () => ({}) }
const pool = { on: () => undefined } as never

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
  'uploadDocument(2).pieceSize': {
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
  'openFleet(2).concurrency': { give: (concurrency) => openFleet(runtime(), [], { concurrency }) },
  'dispatchFleet(options).concurrency': {
    give: (concurrency) => dispatchFleet(runtime(), [], { concurrency }),
  },
  'closeFleet(2).concurrency': {
    give: (concurrency) => closeFleet(answering(), [], { batch: 'b', form: {} as never, concurrency }),
  },
  'judgeCallbackUrl(rules).ports[]': {
    give: (port) => judgeCallbackUrl('https://portal.example.com/', { ports: [port] }),
    ...{ path: '/ports/0', least: 0 },
  },
  'nodeTransport(0).ports[]': {
    give: (port) => nodeTransport({ environment, ports: [port] }),
    ...{ path: '/ports/0', least: 0 },
  },
  'createOutbox(options).callbacks.ports[]': {
    give: (port) => outbox({ callbacks: { ports: [port] } }),
    ...{ path: '/callbacks/ports/0', least: 0 },
  },
  'createOutbox(options).concurrency': { give: (concurrency) => outbox({ concurrency }) },
  'createOutbox(options).leaseMs': { give: (leaseMs) => outbox({ leaseMs }) },
  'createOutbox(options).pollMs': { give: (pollMs) => outbox({ pollMs }) },
  'createOutbox(options).mostWaiting': { give: (mostWaiting) => outbox({ mostWaiting }) },
  'createOutbox(options).disableAfterMs': {
    give: (disableAfterMs) => outbox({ disableAfterMs }),
    ...{ least: 0, endless: true },
  },
  'createOutbox(options).schedule[]': {
    give: (pause) => outbox({ schedule: [0, pause] }),
    ...{ path: '/schedule/1', least: 0 },
  },
  'memoryReplays(0).capacity': { give: (capacity) => memoryReplays({ clock, capacity }) },
  'signWebhook(0).timestamp': {
    give: (timestamp) => signWebhook({ id: 'i', timestamp, body: '' }, keys),
    least: 0,
  },
  ...under(
    'verifyWebhook',
    ofTolerance((tolerance) => verifyWebhook(message, { keys, clock, tolerance })),
  ),
  ...under(
    'webhookHandler',
    ofTolerance((tolerance) => webhookHandler({ keys, clock, tolerance, receive: async () => undefined })),
  ),
  ...under(
    'webhookListener',
    ofTolerance((tolerance) => webhookListener({ keys, clock, tolerance, receive: async () => undefined })),
  ),
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

/** Numbers that are no settings, or are judged elsewhere: why each may stand without a row. */
export const elsewhere: readonly (readonly [key: RegExp, why: string])[] = [
  [
    /^(memory|sqlite|postgres)(Store|Deliveries|Documents|Papers|Cases|Replays)\(\)\./,
    'asked by the library itself, with numbers of its own',
  ],
  [/^createAcquirerClient\(\)\.\w+\((input|source)\)/, 'read by the schemas of the contract'],
  [/^uploadDocument\(1\)/, 'the size of a blob is the blob’s'],
  [/^(createMockAcquirer|faulty)\(\)\.faults\(/, 'test/testing: each member of a fault is checked'],
  [/^(createMockAcquirer|faulty)\(\)\.play\(/, 'becomes members of faults, which are checked'],
  [/^createMockAcquirer\(\)\.(reset|setTerminal)\(/, 'what the mock’s world is, as a test wants it'],
  [/^ledgerFile\(\)/, 'what the mock’s world was'],
  [/^manualTime\(\)/, 'any number that is one; has a test of its own'],
  [/^dossierTables\(/, 'what a dossier shows'],
  [/^create(Follower|Inbox)\(\)\.receive\(/, 'what a message says, verified and read before'],
  [/^(blocker|misfitIn)\(/, 'what a blocker or a paper says'],
  [/^add(Years|WorkingDays)\(/, 'arithmetic; throws RangeError for what is no number of days or years'],
  [/^read(Body|Json)\(/, 'a limit that is none lets nothing through; has a test of its own'],
  [/^(joinBytes|contentRange)\(/, 'arithmetic of bytes that are there'],
  [/^(askedToWait|readRetryAfter)\(now\)/, 'a clock’s instant, and no setting'],
  [/^postgresStore\(pool\)/, 'a setting of the pool, which its own package reads'],
]
