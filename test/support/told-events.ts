import type * as z from 'zod'
import { type EventType, isTold } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { LifecycleEvent } from '../../src/schemas/index.ts'
import { diceOf } from './dice.ts'
import { plantedIn } from './planted.ts'
import { eventFor } from './random-events.ts'
import { stringsOf } from './schema-strings.ts'

type Member = z.ZodObject & { readonly shape: { readonly type: { readonly value: EventType } } }
const { out } = (LifecycleEvent as unknown as z.ZodPipe)._zod.def
const { options } = out as unknown as { readonly options: readonly Member[] }

/** The schema of every event. */
export const eventSchemas: readonly (readonly [EventType, Member])[] = options.map(
  (schema) => [schema.shape.type.value, schema] as const,
)
/** Those that are told and not asked for. */
export const toldSchemas = eventSchemas.filter(([type]) => isTold(type))

const anyPlace = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, '/*')

/** Strings in which anything may stand that is no secret: references and what people read. By these, orders are found. */
export const openStrings = (schema: Member): readonly string[] =>
  [
    ...new Set(
      stringsOf(schema)
        .filter(({ judge }) => judge.safeParse('plain-1').success)
        .map(({ path }) => path),
    ),
  ].filter((path) => !path.endsWith('/~'))

export interface Planting {
  readonly type: EventType
  readonly path: string
  /** The event with the text in that place. */
  readonly event: (text: string) => LifecycleEvent
}

const withAt = (value: unknown, [name = '', ...rest]: readonly string[], text: string): unknown => {
  const members = value as Readonly<Record<string, unknown>>
  const inner = rest.length === 0 ? text : withAt(members[name] ?? {}, rest, text)
  return Array.isArray(value) ? value.with(Number(name), inner) : { ...members, [name]: inner }
}

/** Chance hardly ever makes these: an example of the place and what stands in `*`. */
const besides: Readonly<Record<string, string>> = { '/report/facts/*': '/report/facts/caseNo' }

/** Events that chance makes for a record, one for each open string of each type of report. */
export const plantings = (record: LifecycleRecord, at: string): readonly Planting[] =>
  toldSchemas.flatMap(([type, schema]) => {
    const seeds = Array.from({ length: 40 }, (_, seed) => eventFor(type, record, diceOf(seed + 1), at))
    return openStrings(schema).map((place) => {
      const found = seeds
        .flatMap((event) => plantedIn(event, '').map(({ path }) => ({ event, path })))
        .find(({ path }) => anyPlace(path) === place)
      const [event = found?.event] = found ? [] : seeds
      const path = found?.path ?? besides[place] ?? place
      return { type, path, event: (text) => withAt(event, path.split('/').slice(1), text) as LifecycleEvent }
    })
  })
