import type { LifecycleRecord } from '../../src/machine/index.ts'

/** Down from the record, name by name. */
export type Way = readonly string[]

/** One thing that can happen to a stored record. */
export interface Damage {
  /** To what is damaged. */
  readonly way: Way
  /** To it under its new name. */
  readonly renamed?: Way
  readonly before: unknown
  /** `undefined`: it is gone. */
  readonly after: unknown
  readonly what: string
  apply(): void
  undo(): void
}

type Holder = Record<string, unknown>
export const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null

/** Items of one of these stand for each other. */
const ledgers = new Set([
  ...['holds', 'devices', 'deposits', 'charges', 'disputes', 'transactions', 'orders', 'deadlines', 'clocks'],
  ...[
    'documents',
    'payouts',
    'refunds',
    'deductions',
    'payments',
    'proposedActs',
    'carriedOver',
    'followUps',
  ],
  'representatives',
])

/** A place, whatever its items are called: `/context/orders/payOut/status`. */
const placeOf = (record: LifecycleRecord, way: Way): string => {
  let here: unknown = record
  let inLedger = false
  const names = way.map((name) => {
    const isKey = inLedger || Array.isArray(here)
    here = (here as Holder)[name]
    inLedger = ledgers.has(name) && !isKey
    if (!isKey) return name
    const { kind, act } = isHolder(here) ? (here as { kind?: unknown; act?: { type?: unknown } }) : {}
    return String(act?.type ?? kind ?? '*')
  })
  return `/${names.join('/')}`
}

const waysIn = (value: unknown, way: Way = []): Way[] =>
  isHolder(value)
    ? Object.keys(value).flatMap((name) => [[...way, name], ...waysIn(value[name], [...way, name])])
    : []

/** Every place that any of the records has, by so many examples. */
export const placesIn = (records: readonly LifecycleRecord[], ofEach: number) => {
  const places = new Map<string, { record: LifecycleRecord; way: Way }[]>()
  for (const record of records)
    for (const way of waysIn(record)) {
      const place = placeOf(record, way)
      const known = places.get(place) ?? []
      if (known.length < ofEach) places.set(place, [...known, { record, way }])
    }
  return places
}

/** Recognised wherever it shows up. */
export const canary = 'zz damaged zz'

/** Instants, but none that anybody meant. */
export const farAway = [
  '0026-01-01T00:00:00Z',
  '2199-01-01T00:00:00Z',
  '9999-12-31T23:59:59+08:00',
  '+012026-01-01T00:00:00Z',
]

const othersThan = (value: unknown): readonly unknown[] =>
  [
    ...[null, canary, '1e3', 'NaN', '', -1, 0.5, 1e308, true, [], {}, [value], { value }],
    ...[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1],
    ...['2026-99-01T00:00:00Z', '2026-03-01', '+275760-09-13T00:00:00Z'],
    ...(typeof value === 'string' ? [value.toUpperCase(), `${value} `, value.length] : []),
    ...(typeof value === 'string' && value.includes('T') ? farAway : []),
    ...(typeof value === 'number' ? [-value - 1, value + 0.25, String(value)] : []),
    ...(typeof value === 'boolean' ? [String(value), Number(value)] : []),
  ].filter((other) => other !== value)

/** Also where the name is one that an assignment would not write. */
const write = (holder: object, name: string, value: unknown) =>
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true })

/** Everything that can happen to what stands here. */
export const damagesTo = (record: LifecycleRecord, way: Way): readonly Damage[] => {
  const name = way.at(-1) ?? ''
  const holder = way.slice(0, -1).reduce<unknown>((here, next) => (here as Holder)[next], record) as Holder
  const before = holder[name]
  const all = Object.entries(holder)
  const damage = (what: string, after: unknown, apply: () => void): Damage => {
    // in the old order: it comes back as it was, letter by letter
    const undo = () => {
      for (const key of Object.keys(holder)) delete holder[key]
      for (const [key, item] of all) write(holder, key, item)
    }
    return { way, before, after, what, apply, undo }
  }
  const put = (after: unknown) => damage(JSON.stringify(after), after, () => write(holder, name, after))
  const remove = () => delete holder[name]
  const rename = () => write(holder, 'another-name', remove() && before)
  const renamed = [...way.slice(0, -1), 'another-name']
  const inherited = isHolder(before) && !Array.isArray(before) ? ['__proto__', 'constructor', 'toString'] : []
  return [
    ...othersThan(before).map(put),
    ...inherited.map((key) => put(write({ ...(before as Holder) }, key, { status: 'effective' }))),
    ...(Array.isArray(holder)
      ? []
      : [
          damage('is gone', undefined, remove),
          { ...damage('has another name', undefined, rename), renamed },
        ]),
  ]
}
