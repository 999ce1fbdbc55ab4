import { type EventType, profileOf } from 'terminal-lifecycle/domain'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import { people } from '../case/people.ts'
import { lifecycle } from '../case/play.ts'
import { constOf, type Schema, schemaOf, typeOf, variantsOf } from '../form/schema.ts'
import { type Found, foundIn, type Wish } from './found.ts'
import { addedPaper } from './papers.ts'
import { filedRequest } from './requests.ts'
import { sentences, values } from './values.ts'

/** Optional fields that are filled in all the same, because the act is hardly ever without them. */
const usual = new Set(['checked', 'seal', 'bagNo', 'trackingNo', 'sealIntact', 'report'])

const prefixes: Readonly<Record<string, string>> = {
  'obligation.carriedOver': 'obligation',
  'closure.proposed': 'proposal',
  'test.passed': 'test',
  'test.failed': 'test',
}

function valueFor(name: string, schema: Schema, wish: Wish, found: Found): unknown {
  const own = prefixes[wish.type]
  const resolve = (own === undefined ? undefined : values[`${own}.${name}`]) ?? values[name]
  const given = resolve?.(wish, found)
  if (given !== undefined && given !== null) return given
  if (constOf(schema) !== undefined) return constOf(schema)
  if (schema.enum) return schema.enum[0]
  if (name in sentences) return sentences[name]
  if (schema.type === 'boolean') return true
  if (schema.type === 'array') return []
  if (schema.type === 'object') return objectFor(schema, wish, found)
  return undefined
}

function objectFor(schema: Schema, wish: Wish, found: Found): Record<string, unknown> {
  const required = new Set(schema.required ?? [])
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
      if (!required.has(name) && !usual.has(name)) return []
      const value = required.has(name) ? valueFor(name, own, wish, found) : values[name]?.(wish, found)
      const isLeftOut =
        value === undefined || (!required.has(name) && Array.isArray(value) && value.length === 0)
      return isLeftOut ? [] : [[name, value]]
    }),
  )
}

/** The field that names the item, so that what a blocker is about stands in the form. */
const named = (wish: Wish, item: string | undefined): Record<string, unknown> =>
  wish.ref === undefined || item === undefined ? {} : { [item]: wish.ref }

/** Facts of the blocker that the event has fields for. */
const dataFor = ({ data = {} }: Wish, schema: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => schema.properties?.[name]?.type === 'string' && typeof value === 'string',
    ),
  )

/** What a second person is waited for, and nothing else. */
const proposable = (wish: Wish): EventType => {
  const acts = variantsOf(schemaOf('act.proposed').properties?.act ?? {}).map(typeOf)
  const asking = { at: wish.moment.now, actor: people[wish.who].actor }
  const isReady = (type: EventType): boolean => {
    const draft = suggest({ ...wish, type }, profileOf(type).item)
    const why = lifecycle.explain(wish.moment.record, draft as LifecycleEvent, asking)
    return why.every(({ code }) => code === 'SECOND_PERSON_REQUIRED')
  }
  return acts.find(isReady) ?? acts[0] ?? 'hold.lifted'
}

/** An event of this type as it might be sent now; what only its sender knows is made up. */
export function suggest(wish: Wish, item?: string): Record<string, unknown> {
  const found = foundIn(wish)
  const { type } = wish
  if (type === 'act.proposed') {
    const act = wish.act ?? proposable(wish)
    return { type, act: suggest({ ...wish, type: act }, item) }
  }
  const filed = filedRequest(wish, found)
  if (filed) return filed as LifecycleEvent & Record<string, unknown>
  if (type === 'document.added') return { type, ...addedPaper(wish, found) }
  const schema = schemaOf(type)
  return { ...objectFor(schema, wish, found), ...dataFor(wish, schema), ...named(wish, item), type }
}
