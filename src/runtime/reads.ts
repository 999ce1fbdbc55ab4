import type { Actor, Instant, Role } from '../domain/index.ts'
import { checkNumber } from '../errors/index.ts'
import {
  type Action,
  type Asking,
  type Check,
  type JournalEntry,
  type Lifecycle,
  type LifecycleRecord,
  type ProcedureAnswer,
  type ProcedureQuestion,
  type Requirements,
  requirements,
  viewEntry,
  viewRecord,
} from '../machine/index.ts'
import type { AsItWas } from './as-it-was.ts'
import type { AsTheyWere } from './as-they-were.ts'
import { invalidInput, readActor } from './door.ts'
import type { Entrance } from './entrance.ts'
import { nextTurn } from './environment.ts'
import { checkFindQuery } from './find-query.ts'
import type { Failure } from './options.ts'
import { createOrders, type OrderState } from './orders.ts'
import { createOutcome, type Outcome } from './outcome.ts'
import { checkVersion, createOverview, type Overview, type OverviewOf } from './overview.ts'
import { seesAll, unsealed } from './sees-all.ts'
import type { FindQuery, SealedEntry, Store } from './store.ts'
import { createLifecycleOf, isToldOf } from './told-of.ts'
import { createWork, type WorkPage } from './work.ts'
import { viewerOf } from './work-of.ts'
import type { WorkQuestion } from './work-query.ts'

/** Who reads, as the caller has authenticated them. */
export interface Reader {
  actor: Actor
}

/** Who asks a question. */
export interface Question extends Reader {
  /** Business time; now when left out. */
  at?: Instant | undefined
  /** Whose eyes the answer is for: the actor's role, which is the default, or any where the actor sees everything. */
  viewer?: Role | undefined
}

/** An entry with its seal where its reader sees everything: of what is left out for others, a hash would tell. */
export type ReadEntry = JournalEntry & Partial<Pick<SealedEntry, 'prevHash' | 'hash'>>

/** What may be read of a life, and asked about it. */
export interface Reads {
  /** As the actor may see it; `undefined` for one that is not theirs as for one that is not there. */
  get(lifecycleId: string, reader: Reader): Promise<LifecycleRecord | undefined>
  /**
   * The record with what it lacks, what may be done and what it should be able to do, of one and the same version; `undefined`
   * as for `get`.
   *
   * @example const { record, requirements, actions } = (await runtime.overview(lifecycleId, { actor })) ?? {}
   */
  overview(lifecycleId: string, reader: Reader & OverviewOf): Promise<Overview | undefined>
  /**
   * The record as it was at each of these versions, as the actor may see it: for what was said then, and must be read as it was
   * said. `undefined` as for `get`. The journal is retold once, however many are asked for.
   *
   * @throws InvalidInputError NOT_ALLOWED_VALUE for a version that the life has not been through.
   * @example
   * const records = await runtime.recordsAt(lifecycleId, { actor, versions: [3, 8] })
   * const noticed = records?.get(8)
   */
  recordsAt(
    lifecycleId: string,
    reader: Reader & { versions: Iterable<number> },
  ): Promise<ReadonlyMap<number, LifecycleRecord> | undefined>
  /**
   * The actor's own, 100 at most, unless `limit` says otherwise; continue with `after`. A record that cannot be read is left
   * out and told to `onFailure`; `audit` finds it too.
   *
   * @throws InvalidInputError naming each filter that is no value, `null` too, or that nobody knows.
   */
  find(query: FindQuery, reader: Reader): Promise<readonly LifecycleRecord[]>
  /**
   * Whose order it is or was, also long after it has ended: for what comes late. `undefined` for one that is not the actor's
   * as for one that is not there.
   *
   * @example const lifecycleId = await runtime.lifecycleOf(notice.orderId, { actor: system })
   */
  lifecycleOf(orderId: string, reader: Reader): Promise<string | undefined>
  /**
   * What is to be done, over all lives that are the actor's own: what `requirements` says to the actor's role, written with
   * each record and read from an index. By due instant, what has none last; then by `lifecycleId`, code and reference. Whether
   * something is overdue depends on when it is asked: `dueBefore` with the present instant lists it.
   *
   * A page goes on behind what was shown last, whatever came or went meanwhile. Where `access` is a rule of one's own, the work of a
   * record that cannot be read is left out and told to `onFailure`.
   *
   * @throws InvalidInputError naming what is wrong; CURSOR_UNKNOWN for an `after` that nobody handed out.
   * @example
   * const { items, next } = await runtime.work({ duty: reviewer.duties, limit: 20 }, { actor: reviewer })
   */
  work(question: WorkQuestion, reader: Reader): Promise<WorkPage>
  /**
   * What was ordered in the acquirer's own systems, and how it gets on; nothing for readers who do not see everything,
   * `undefined` as for `get`.
   *
   * @example const parked = (await runtime.orders(lifecycleId, { actor }))?.filter(({ order }) => order.parked)
   */
  orders(lifecycleId: string, reader: Reader): Promise<readonly OrderState[] | undefined>
  /** As the actor may see it, as far as it has come now; nothing of a life that is not theirs. */
  journal(lifecycleId: string, reader: Reader & { after?: number | undefined }): AsyncIterable<ReadEntry>
  /**
   * What was answered to a command of the actor's own: for whoever does not know whether it arrived. `undefined`: nothing is
   * kept, so that it was not carried out, or longer ago than 80 hours, or was sent by somebody else.
   *
   * @example
   * const outcome = await runtime.answered(lifecycleId, commandId, { actor })
   * if (outcome === undefined) await runtime.dispatch({ lifecycleId, commandId, actor, event }) // never arrived
   */
  answered(lifecycleId: string, commandId: string, reader: Reader): Promise<Outcome | undefined>
  /**
   * What the asker may send now, and what is stopped and why.
   *
   * @throws RefusedError where there is no such life for the reader.
   */
  availableActions(lifecycleId: string, question: Question): Promise<readonly Action[]>
  /** Everything that is wanted: now, past due, being looked at by the other side, or later. */
  requirements(lifecycleId: string, question: Question): Promise<Requirements>
  /** Asked before a form is filled in: possible now, with papers, or not, and what will be in the way later. */
  checkClosure(lifecycleId: string, question: Question): Promise<Check>
  /** The same for the end of a suspension. */
  checkReinstatement(lifecycleId: string, question: Question): Promise<Check>
  /** The same for a suspension that somebody asks for. */
  checkSuspension(lifecycleId: string, question: Question): Promise<Check>
  /** How something is done at this terminal: channels, steps, papers, fees. */
  procedure(
    lifecycleId: string,
    question: Omit<ProcedureQuestion, 'at'> & Pick<Question, 'actor' | 'at'>,
  ): Promise<ProcedureAnswer>
}

export interface ReadsParts {
  store: Store
  entrance: Entrance
  lifecycle: Lifecycle
  asItWas: AsItWas
  asTheyWere: AsTheyWere
  now: () => Instant
  onFailure: (failure: Failure) => void
}

/** Records shown without a pause. */
const recordsAtATime = 20

/** Callers without types may leave it all out. */
const readReader = (reader: Partial<Reader> | undefined): Actor => readActor(reader?.actor as Actor)

/** Nobody sees more by asking with the eyes of another. */
function readViewer(actor: Actor, viewer: Role = actor.role): Role {
  if (viewer !== actor.role && !seesAll(actor)) throw invalidInput('/viewer', 'NOT_ALLOWED_VALUE')
  return viewer
}

export function createReads(parts: ReadsParts): Reads {
  const { store, entrance, lifecycle, asItWas, asTheyWere, now, onFailure } = parts
  const skipped = (lifecycleId: string, error: unknown) => onFailure({ lifecycleId, error })
  const lifecycleOf = createLifecycleOf({ store, entrance, skipped })
  const outcome = createOutcome({ store, entrance })
  const overview = createOverview({ entrance, lifecycle, asItWas, now })
  const orders = createOrders({ store, entrance })

  async function* entriesOf(lifecycleId: string, actor: Actor, after: number | undefined) {
    checkNumber('/after', after, { least: -1 })
    const stored = await entrance.find(lifecycleId, actor)
    if (!stored) return
    const view = viewEntry(stored.record, actor.role)
    for await (const sealed of store.journal(lifecycleId, after)) {
      // What comes in meanwhile may be about something of which this record knows nothing yet.
      if (sealed.version > stored.record.version) return
      const entry = view(sealed)
      if (entry) yield seesAll(actor) ? entry : unsealed(entry)
    }
  }

  const ask =
    <Result>(answer: (record: LifecycleRecord, asking: Asking) => Result) =>
    async (lifecycleId: string, question: Question): Promise<Result> => {
      const actor = readReader(question)
      const asking = { actor, viewer: readViewer(actor, question.viewer), at: question.at ?? now() }
      const { record } = await entrance.enter(lifecycleId, actor)
      return answer(record, asking)
    }

  return {
    async get(lifecycleId, reader) {
      const actor = readReader(reader)
      const stored = await entrance.find(lifecycleId, actor)
      return stored && viewRecord(stored.record, actor.role)
    },
    async recordsAt(lifecycleId, reader) {
      const actor = readReader(reader)
      const versions = [...reader.versions]
      const stored = await entrance.find(lifecycleId, actor)
      if (!stored) return undefined
      for (const [place, version] of versions.entries())
        checkVersion(version, stored.record, `/versions/${place}`)
      const records = await asTheyWere(stored, versions)
      return new Map([...records].map(([version, record]) => [version, viewRecord(record, actor.role)]))
    },
    overview: async (lifecycleId, reader) => overview(lifecycleId, readReader(reader), reader),
    async find(given, reader) {
      const actor = readReader(reader)
      checkFindQuery(given)
      const { limit = 100, ...query } = given
      const found: LifecycleRecord[] = []
      for (let { after } = query; ; ) {
        const wanted = limit - found.length
        const asked = { ...query, after, limit: wanted, viewer: viewerOf(actor.role) }
        const page = await store.find(asked, skipped, entrance.scopeFor(actor))
        const isTold = (record: LifecycleRecord) =>
          entrance.mayEnter(actor, record) && isToldOf(record, query, actor.role)
        for (const [index, record] of page.entries()) {
          if (index % recordsAtATime === recordsAtATime - 1) await nextTurn()
          if (isTold(record)) found.push(viewRecord(record, actor.role))
        }
        if (page.length < wanted || found.length >= limit) return found
        after = page.at(-1)?.lifecycleId
      }
    },
    answered: async (lifecycleId, commandId, reader) => outcome(lifecycleId, commandId, readReader(reader)),
    lifecycleOf: async (orderId, reader) => lifecycleOf(orderId, readReader(reader)),
    orders: async (lifecycleId, reader) => orders(lifecycleId, readReader(reader)),
    work: createWork({ store, entrance, now, onFailure }),
    journal: (lifecycleId, reader) => entriesOf(lifecycleId, readReader(reader), reader.after),
    availableActions: ask(lifecycle.availableActions),
    requirements: ask(requirements),
    checkClosure: ask(lifecycle.checkClosure),
    checkReinstatement: ask(lifecycle.checkReinstatement),
    checkSuspension: ask(lifecycle.checkSuspension),
    async procedure(lifecycleId, { actor, at = now(), ...question }) {
      const { record } = await entrance.enter(lifecycleId, readReader({ actor }))
      return lifecycle.procedure(record, { ...question, at })
    },
  }
}
