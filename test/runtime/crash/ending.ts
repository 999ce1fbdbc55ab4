import { createRuntime, type Store } from '../../../src/runtime/index.ts'
import { canonicalJson } from '../../../src/schemas/index.ts'
import { silentServices } from '../../support/world.ts'
import { collect } from '../collect.ts'
import { lives } from './scenario.ts'

/** Orders are named after the version that gave them, and which of two came first is nobody's concern. */
const withoutNumbers = (lifecycleId: string, value: unknown): unknown =>
  JSON.parse(canonicalJson(value).replaceAll(new RegExp(`${lifecycleId}/\\d+/\\d+`, 'g'), `${lifecycleId}/#`))

/** What was told, each by its type: its key is a digest over the name of an order. */
const toldIn = (told: Readonly<Record<string, object>> = {}): string[] =>
  Object.values(told)
    .flatMap((bucket) => Object.keys(bucket).map((key) => key.replace(/:.*/, '')))
    .sort()

const causeOf = (cause: object): string => {
  if ('event' in cause) return String((cause.event as { type: string }).type)
  return Object.keys(cause).join(' ')
}

/** Where everything stands in the end, whoever did it and in whatever order. */
export async function endingOf(store: Store) {
  const ends = await Promise.all(
    lives.map(async (lifecycleId) => {
      const record = (await store.load(lifecycleId))?.record
      const entries = await collect(store.journal(lifecycleId))
      return {
        state: record?.value,
        version: record?.version,
        context: withoutNumbers(lifecycleId, {
          ...record?.context,
          // Which of those that have ended are still there: the other side says what was done.
          orders: null,
          told: toldIn(record?.context.told),
        }),
        entries: entries.map(({ cause }) => causeOf(cause)).sort(),
        work: (await store.workOf(lifecycleId))
          .map((row) => canonicalJson(withoutNumbers(lifecycleId, row)))
          .sort(),
      }
    }),
  )
  const runtime = createRuntime({
    store,
    services: silentServices,
    clock: { now: () => '2026-03-03T10:00:00+08:00' },
  })
  return { ends, waiting: await store.waiting(), findings: await runtime.audit() }
}
