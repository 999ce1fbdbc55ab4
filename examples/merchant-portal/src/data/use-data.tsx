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

interface Data {
  readonly person: Person
  readonly client: AcquirerClient
  readonly cases: Watch<Cases>
  caseOf(lifecycleId: string): Watch<CaseView>
}

const dataOf = (person: Person): Data => {
  const client = clientOf(person)
  const known = new Map<string, Watch<CaseView>>()
  return {
    person,
    client,
    cases: watchCases(client, browserHost),
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
  const { client } = useData()
  const [asked, setAsked] = useState(0)
  const [read, setRead] = useState<{ value?: PartOf<Name>; problem?: Problem }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and asked are why it is read again
  useEffect(() => {
    const ended = new AbortController()
    const take = (value: unknown) => !ended.signal.aborted && setRead({ value: value as PartOf<Name> })
    parts[name](client, lifecycleId, { signal: ended.signal }).then(take, (error) => {
      if (!ended.signal.aborted)
        setRead(({ value }) => ({ ...(value !== undefined && { value }), problem: problemOf(error) }))
    })
    return () => ended.abort()
  }, [client, name, lifecycleId, version, asked])
  return { value: read.value, problem: read.problem, again: () => setAsked(asked + 1) }
}
