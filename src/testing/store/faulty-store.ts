import {
  CorruptRecordError,
  checkOptions,
  type InputIssue,
  InvalidInputError,
  StoreError,
} from '../../errors/index.ts'
import type { Store, StoredRecord } from '../../runtime/index.ts'
import { readScenario, type ScenarioName } from '../scenarios/scenarios.ts'

type Call = 'commit' | 'load' | 'claim' | 'release'

/** What goes wrong with one call of a store. */
export interface StoreFault {
  readonly call: Call
  /**
   * - `fails`: nothing is done, and it says so; `failsAfter`: it is done, and it says that it is not.
   * - `dies`, `diesAfter`: the process ends before, or after it is done; nothing is heard of it any more.
   * - `corrupt`: the record cannot be read; `stale`: it comes as it was before the last change that was seen. Of `load`.
   * - `shortLease`: what is claimed can be claimed again at once. Of `claim`.
   */
  readonly how: 'fails' | 'failsAfter' | 'dies' | 'diesAfter' | 'corrupt' | 'stale' | 'shortLease'
  /** How many calls. @default 1 */
  readonly times?: number | undefined
}

/** A store as one process sees it. */
export interface StoreOfProcess {
  readonly store: Store
  /** Resolves when the process has died: begin the next one with `open`. */
  readonly died: Promise<void>
}

/** Faults before a store. */
export interface FaultyStore {
  /** The store for a new process; the faults that are left go on. */
  open(): StoreOfProcess
  /** @throws InvalidInputError naming what there is not. */
  faults(faults: readonly StoreFault[]): void
  /**
   * Sets the faults of a scenario, such as `store-stale-read`.
   *
   * @throws InvalidInputError naming a scenario that is none of a store's.
   */
  play(name: ScenarioName): void
  /** Faults that have met fewer calls than they say. */
  unspent(): readonly StoreFault[]
}

const everyCall = ['fails', 'failsAfter', 'dies', 'diesAfter']
const hows: Readonly<Record<Call, readonly string[]>> = {
  commit: everyCall,
  load: [...everyCall, 'corrupt', 'stale'],
  claim: [...everyCall, 'shortLease'],
  release: everyCall,
}

const issuesOf = ({ call, how, times = 1 }: StoreFault, place: number): readonly InputIssue[] => {
  const path = `/faults/${place}`
  if (!Object.hasOwn(hows, call)) return [{ path: `${path}/call/${call}`, code: 'NOT_ALLOWED_VALUE' }]
  if (!hows[call].includes(how)) return [{ path: `${path}/how/${how}`, code: 'NOT_ALLOWED_VALUE' }]
  const isCount = times === Number.POSITIVE_INFINITY || (Number.isSafeInteger(times) && times >= 1)
  return isCount ? [] : [{ path: `${path}/times`, code: 'NOT_ALLOWED_VALUE' }]
}

/** Of a process that is gone nothing is ever heard again. */
const silence = <Result>(): Promise<Result> => new Promise(() => undefined)

/**
 * Puts faults before a store: writes that fail, reads that are stale, leases that are lost, processes that die.
 *
 * @example
 * const faulty = faultyStore(memoryStore())
 * const { store, died } = faulty.open()
 * faulty.play('crash-after-the-write')
 */
export const faultyStore = (inner: Store): FaultyStore => {
  checkOptions({ store: inner }, { store: '.commit' })
  let waiting: { readonly fault: StoreFault; left: number }[] = []
  const seen = new Map<string, { readonly now: StoredRecord; readonly before: StoredRecord }>()

  const take = (call: Call): StoreFault['how'] | undefined => {
    const hit = waiting.find(({ fault, left }) => fault.call === call && left > 0)
    if (hit) hit.left -= 1
    return hit?.fault.how
  }

  const add = (faults: readonly StoreFault[]): void => {
    const issues = faults.flatMap(issuesOf)
    if (issues.length > 0) throw new InvalidInputError({ issues })
    waiting = [...waiting, ...faults.map((fault) => ({ fault, left: fault.times ?? 1 }))]
  }

  const load =
    (how: StoreFault['how'] | undefined): Store['load'] =>
    async (lifecycleId, within) => {
      if (how === 'corrupt') throw new CorruptRecordError({ path: '', lifecycleId })
      const found = await inner.load(lifecycleId, within)
      if (!found) return undefined
      const known = seen.get(lifecycleId)
      const before = known && known.now.record.version < found.record.version ? known.now : known?.before
      seen.set(lifecycleId, { now: found, before: before ?? found })
      return how === 'stale' ? (before ?? found) : found
    }

  const open = (): StoreOfProcess => {
    let isDead = false
    let die: () => void = () => undefined
    const died = new Promise<void>((resolve) => {
      die = () => {
        isDead = true
        resolve()
      }
    })

    /** One call, with whatever goes wrong with it. */
    const met = async <Result>(
      call: Call,
      carryOut: (how: StoreFault['how'] | undefined) => Promise<Result>,
    ): Promise<Result> => {
      if (isDead) return silence()
      const how = take(call)
      if (how === 'fails') throw new StoreError('unavailable')
      if (how === 'dies') {
        die()
        return silence()
      }
      const result = await carryOut(how)
      if (how === 'failsAfter') throw new StoreError('unavailable')
      if (how === 'diesAfter') die()
      return isDead ? silence() : result
    }

    const store: Store = {
      ...inner,
      commit: (changes) => met('commit', () => inner.commit(changes)),
      load: (lifecycleId, within) => met('load', (how) => load(how)(lifecycleId, within)),
      // nothing is read past the faults of `load`
      newest: undefined,
      claim: (query) =>
        met('claim', (how) =>
          inner.claim(how === 'shortLease' ? { ...query, leaseUntil: query.now } : query),
        ),
      release: (work, release) => met('release', () => inner.release(work, release)),
    }
    return { store, died }
  }

  return {
    open,
    faults: add,
    play: (name) => add(readScenario(name, {}, ['store']).store ?? []),
    unspent: () =>
      waiting.filter(({ left }) => left > 0).map(({ fault, left }) => ({ ...fault, times: left })),
  }
}
