import { createBackend, type Documents, memoryDocuments } from '../../../src/backend/index.ts'
import { acquirerServices, bearer, createAcquirerClient } from '../../../src/client/index.ts'
import type { Actor } from '../../../src/domain/index.ts'
import { StoreError } from '../../../src/errors/index.ts'
import { createRuntime, memoryStore, type Runtime, type Store } from '../../../src/runtime/index.ts'
import { createAcquirerHandler } from '../../../src/server/index.ts'
import {
  createInbox,
  createOutbox,
  type Deliveries,
  type Endpoint,
  type Outbox,
  type Transport,
  webhookHandler,
} from '../../../src/webhooks/index.ts'
import type { Acquirer } from './acquirer.ts'
import { clientEnvironment, plainEnvironment } from './environments.ts'
import { Leases } from './leases.ts'
import { Process } from './process.ts'
import { Hints, seenBy, storeOf } from './store.ts'
import { Truth } from './truth.ts'
import { type Bytes, bytesOf, OnTheWay, way } from './way.ts'
import type { World } from './world.ts'

const day = 86_400_000
const systemsWay = {
  requestLost: 'systemsRequestLost',
  replyLost: 'systemsReplyLost',
  repeated: 'systemsRepeated',
  delayed: 'systemsDelayed',
  slow: 'systemsSlow',
  malformed: 'systemsMalformed',
  aboutAnother: 'systemsAboutAnother',
  gateway: 'systemsGateway',
  throttled: 'systemsThrottled',
} as const

export const hostKey = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA='

/** What the office is told to run beside the records. */
interface OfficeParts {
  readonly acquirer: Acquirer
  /** Who bears which token. */
  readonly people: ReadonlyMap<string, Actor>
  readonly host: Actor
  readonly endpoints: readonly Endpoint[]
  readonly deliveries: Deliveries
  readonly deliver: (process: Process) => Transport
}

interface Worker {
  readonly process: Process
  readonly runtime: Runtime
  readonly outbox: Outbox | undefined
  readonly portal: (request: Request) => Promise<Response>
  readonly hooks: (request: Request) => Promise<Response>
}

/** The acquirer's own office: homes that last, and workers over them that do not. */
export class Office {
  readonly truth: Truth
  readonly store: Store
  readonly documents: Documents = memoryDocuments()
  readonly deliveries: Deliveries
  readonly world: World
  readonly #parts: OfficeParts
  readonly #hints = new Hints()
  readonly #leases = new Leases()
  readonly #workers = new Map<string, Worker>()
  readonly #onTheWay = new OnTheWay()
  /** Sees everything, and nothing goes wrong with it: for those who judge. */
  readonly auditor: Runtime
  #began = 0

  constructor(world: World, parts: OfficeParts) {
    this.world = world
    this.#parts = parts
    this.deliveries = parts.deliveries
    this.truth = new Truth(world)
    this.store = this.truth.watch(memoryStore())
    const clock = { now: () => world.instant() }
    const services = this.#services('auditor', undefined)
    const environment = plainEnvironment(world)
    this.auditor = createRuntime({ store: this.store, services, clock, environment, worker: 'auditor' })
  }

  #services(name: string, process: Process | undefined) {
    const { world } = this
    const arrives = async (request: Request): Promise<Bytes> => this.#parts.acquirer.receive(request)
    const travel = way(world, `${name} systems`, systemsWay, this.#onTheWay, arrives)
    const client = createAcquirerClient({
      baseUrl: 'https://systems.example/v1',
      auth: bearer('office'),
      environment: clientEnvironment(world, `${name} client`),
      transport: async (request) => {
        await process?.hop('calls')
        const answer = await travel(request)
        await process?.hop('is answered')
        return answer
      },
    })
    const clock = { now: () => process?.instant() ?? world.instant() }
    const services = acquirerServices(client, { clock })
    return process ? this.#leases.watch(process, services) : services
  }

  /** A worker begins, knowing nothing; when it dies another one takes its place, later. */
  begin(name: string): void {
    this.#began += 1
    const process = new Process(`${name}.${this.#began}`, this.world)
    const worker = this.#workerOf(process)
    this.#workers.set(name, worker)
    const stop = new AbortController().signal
    void worker.runtime.run({ signal: stop })
    void worker.outbox?.run({ signal: stop })
    void process.died.then(() => {
      this.#workers.delete(name)
      const { chance, faults } = this.world
      const days = chance.happens(`${name} is away`, 0.1) && !faults.isCalm ? 1 + chance.below(name, 2) : 0
      const pause = days * day + 1_000 * (1 + chance.below(`${name} restarts`, 90))
      this.world.scheduler.after(pause, `${name} begins`, () => this.begin(name))
    })
  }

  #workerOf(process: Process): Worker {
    const { world } = this
    const { environment, name } = process
    const clock = { now: () => process.instant() }
    const store = storeOf(process, this.store, this.#hints)
    const documents = seenBy(process, this.documents, 'documents', ['announce', 'append', 'keep'])
    const runtime = createRuntime({
      ...{ store, clock, environment, worker: name, papers: documents, pollMs: day },
      services: this.#services(name, process),
      onFailure: ({ error }) => this.#misfit(name, error),
    })
    const { people, host, endpoints, deliver } = this.#parts
    const portal = createAcquirerHandler(createBackend(runtime, { clock, documents }), {
      side: 'portal',
      authenticate: ({ headers }) => people.get(headers.get('authorization')?.slice(7) ?? ''),
      onError: (error) => this.#unmeant(name, error),
    })
    const inbox = createInbox(runtime, { actor: host, clock })
    const hooks = webhookHandler({ keys: [hostKey], clock, receive: inbox.receive })
    const deliveries = seenBy(process, this.deliveries, 'deliveries', ['plan', 'claim', 'settle'])
    const outbox =
      endpoints.length > 0
        ? createOutbox({
            ...{ runtime, endpoints, deliveries, transport: deliver(process), environment, worker: name },
            pollMs: day,
          })
        : undefined
    world.scheduler.note(`${name} begins`)
    return { process, runtime, outbox, portal, hooks }
  }

  /** That a store is busy, full or out of reach is the store's matter; what does not continue what it has is whoever's hands it in. */
  #misfit(name: string, error: unknown): void {
    if (error instanceof StoreError && error.failure === 'inconsistent')
      this.world.breaks('what is written continues what is stored', name.split('.')[0] ?? name)
  }

  /** Failures of a store are the store's; anything else was meant by nobody. */
  #unmeant(name: string, error: unknown): void {
    this.#misfit(name, error)
    const code = (error as { code?: unknown }).code
    if (code === 'STORE_FAILED' || code === 'VERSION_CONFLICT' || code === 'PLUGIN_FAILED') return
    this.world.breaks('no error that nobody meant', `${name.split('.')[0]}: ${String(error).slice(0, 200)}`)
  }

  /** Somebody who is there takes the request; when it dies meanwhile, the connection breaks. */
  async receive(request: Request, kind: 'portal' | 'hooks'): Promise<Bytes> {
    const workers = [...this.#workers.values()].filter(({ process }) => !process.isDead)
    if (workers.length === 0) throw new TypeError('connection refused')
    const worker = this.world.chance.one(`${kind} balance`, workers)
    const died = worker.process.died.then(() => {
      throw new TypeError('fetch failed')
    })
    died.catch(() => undefined)
    return bytesOf(await Promise.race([worker[kind](request), died]))
  }

  get workers(): readonly Worker[] {
    return [...this.#workers.values()]
  }
}
