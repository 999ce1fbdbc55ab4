import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import type { AcquirerClient } from 'terminal-lifecycle/client'
import type { CaseView } from 'terminal-lifecycle/contract'
import { clientOf } from '../client.ts'
import type { Person } from '../session.ts'
import { type Cases, watchCase, watchCases } from './cases.ts'
import { browserHost } from './host.ts'
import { type PartName, type PartOf, parts } from './parts.ts'
import { type Problem, problemOf } from './problems.ts'
import type { Watch, Watched } from './watch.ts'

const placeAhead = (name: PartName, lifecycleId: string): string => `${name} ${lifecycleId}`

interface Data {
  readonly person: Person
  readonly client: AcquirerClient
  readonly cases: Watch<Cases>
  caseOf(lifecycleId: string): Watch<CaseView>
  /** Parts that were asked for before their case was known, until somebody shows them. */
  readonly ahead: Map<string, Promise<unknown>>
}

const dataOf = (person: Person): Data => {
  const client = clientOf(person)
  const known = new Map<string, Watch<CaseView>>()
  return {
    person,
    client,
    cases: watchCases(client, browserHost),
    ahead: new Map(),
    caseOf: (lifecycleId) => {
      const watch = known.get(lifecycleId) ?? watchCase(client, browserHost, lifecycleId)
      known.set(lifecycleId, watch)
      return watch
    },
  }
}

const Current = createContext<Data | undefined>(undefined)

export const DataProvider = ({ person, children }: { person: Person; children: ReactNode }) => {
  const [data] = useState(() => dataOf(person))
  return <Current value={data}>{children}</Current>
}

export const useData = (): Data => {
  const data = use(Current)
  if (!data) throw new Error('useData stands outside of DataProvider')
  return data
}

const useWatch = <Value,>(watch: Watch<Value>): Watched<Value> =>
  useSyncExternalStore(watch.subscribe, watch.snapshot)

export const useCases = (): Watched<Cases> => useWatch(useData().cases)

/** One terminal as it stands now: asked for again within two seconds while somebody looks. */
export const useCase = (lifecycleId: string): Watched<CaseView> => useWatch(useData().caseOf(lifecycleId))

/**
 * Asks for a case, and for what its page shows first beside it: one after the other is a round trip more. What comes this way may be
 * older than the case by a moment, so it is shown, and asked for again.
 */
export const useCaseAhead = (lifecycleId: string, names: readonly PartName[]): void => {
  const { client, caseOf, ahead } = useData()
  useCase(lifecycleId)
  useEffect(() => {
    if (caseOf(lifecycleId).snapshot().value) return
    const ended = new AbortController()
    for (const name of names) {
      const answer = parts[name](client, lifecycleId, { signal: ended.signal })
      // Whoever shows it asks again, and says then what went wrong.
      answer.catch(() => undefined)
      ahead.set(placeAhead(name, lifecycleId), answer)
    }
    return () => {
      ended.abort()
      for (const name of names) ahead.delete(placeAhead(name, lifecycleId))
    }
  }, [client, caseOf, ahead, lifecycleId, names])
}

export interface Part<Value> {
  readonly value: Value | undefined
  readonly problem: Problem | undefined
  /** Asks once more, after a failure. */
  again(): void
}

/** A part of a case, read again when the case has moved; until it has come, what was there before stays. */
export const usePart = <Name extends PartName>(
  name: Name,
  { lifecycleId, version }: Pick<CaseView, 'lifecycleId' | 'version'>,
): Part<PartOf<Name>> => {
  const { client, ahead } = useData()
  const [asked, setAsked] = useState(0)
  const [read, setRead] = useState<{ value?: PartOf<Name>; problem?: Problem }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and asked are why it is read again
  useEffect(() => {
    const ended = new AbortController()
    const take = (value: unknown) => !ended.signal.aborted && setRead({ value: value as PartOf<Name> })
    const early = ahead.get(placeAhead(name, lifecycleId))
    ahead.delete(placeAhead(name, lifecycleId))
    let isRead = false
    early?.then((value) => isRead || take(value)).catch(() => undefined)
    const read = parts[name](client, lifecycleId, { signal: ended.signal })
    read
      .finally(() => {
        isRead = true
      })
      .then(take, (error) => {
        if (!ended.signal.aborted)
          setRead(({ value }) => ({ ...(value !== undefined && { value }), problem: problemOf(error) }))
      })
    return () => ended.abort()
  }, [client, ahead, name, lifecycleId, version, asked])
  return { value: read.value, problem: read.problem, again: () => setAsked(asked + 1) }
}
