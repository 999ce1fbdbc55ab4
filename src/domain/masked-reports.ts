import type { Role } from './actor.ts'
import { eventTypes, profileOf } from './events.ts'
import { maskedReference } from './masked-reference.ts'
import { naturalKeys } from './natural-keys.ts'
import { maskSecrets } from './secrets/index.ts'
import { withoutUnsafe } from './unsafe-text.ts'

/** Fields of reports that people read; every other string of one is a reference, a day or a word of a closed list. */
export const proseOfReports: ReadonlySet<string> = new Set([
  'carrier',
  'description',
  'name',
  'reason',
  'sealBreach',
  'text',
  'tool',
  'where',
  'words',
])

/** By these a life and its orders are found: another one in their place would be somebody else's. */
const found: ReadonlySet<string> = new Set(['type', 'lifecycleId', 'orderId'])

/** Papers, accessories: no event goes deeper. What does is refused for its depth. */
const deepest = 6

/** Digests and instants: most of what a report is made of besides, and never a secret. */
const plain = /^(?:[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d))$/

type Members = Readonly<Record<string, unknown>>
type Mend = (text: string, field: string) => string

const mended = (value: unknown, field: string, mend: Mend, depth = 0): unknown => {
  if (typeof value === 'string') return found.has(field) || plain.test(value) ? value : mend(value, field)
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => mended(item, field, mend, depth + 1))
    return items.every((item, place) => item === value[place]) ? value : items
  }
  let members: Record<string, unknown> | undefined
  for (const name of Object.keys(value)) {
    const member = (value as Members)[name]
    const own = mended(member, name, mend, depth + 1)
    if (own === member) continue
    members ??= Object.fromEntries(Object.entries(value))
    members[name] = own
  }
  return members ?? value
}

const types: ReadonlySet<unknown> = new Set(eventTypes)
const reports: ReadonlySet<unknown> = new Set(
  eventTypes.filter((type) => profileOf(type).kind === 'report' || type in naturalKeys),
)

/**
 * Is it told and not asked for: a report, a statement, or whatever a system says? Then it has happened, and refusing it would lose it.
 */
export const isTold = (type: unknown, role?: Role): boolean =>
  reports.has(type) || (role === 'system' && types.has(type))

/**
 * The report without the numbers of cards and people and without credentials: a reference that holds one has a mark of its own in its
 * place, the same for the same number, and in what people read `[REDACTED]` stands for it, and a sign for what nobody sees. A request stays as it is: it is refused.
 *
 * @param role Whose report it is: what a system says is a report, whatever its type.
 * @example maskedReport({ type: 'payout.failed', payoutId: '4111111111111111', … }).payoutId // 'masked-…'
 */
export const maskedReport = <Event>(event: Event, role?: Role): Event =>
  typeof event === 'object' && event !== null && isTold((event as { type?: unknown }).type, role)
    ? (mended(event, '', (text, field) =>
        proseOfReports.has(field) ? withoutUnsafe(maskSecrets(text)) : maskedReference(text),
      ) as Event)
    : event

const mask = /(?:^|[^0-9A-Za-z])masked-(?:[0-9a-f]{6}|value)(?![0-9A-Za-z])|\[REDACTED\]/

/** Where something was masked, here or on the way here, as JSON Pointers. */
export const maskedIn = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'string') return mask.test(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => maskedIn(member, `${path}/${name}`))
}
