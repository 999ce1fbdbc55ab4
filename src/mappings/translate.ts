import type { MappingList, Meaning, OurCode } from './list.ts'
import { type MappingListName, mappingLists } from './lists.ts'

/** What a foreign code means here, or the code itself where its list does not have it: it is kept and never guessed at. */
export type Translated = (Meaning & { readonly unknown?: never }) | { readonly unknown: string }

const listOf = (name: MappingListName): MappingList => mappingLists[name]

/** What stands in a table under a name; what every object inherits stands in none. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/**
 * What a code of a published list means in ours. A code that has no counterpart of some kind lacks that member; a code that
 * the list does not have comes back as it is. Codes are compared as they are written.
 *
 * @example toOurs('wechat.limitationReason', 'NO_TRADE') // { closure: 'DORMANT' }
 * @example toOurs('wechat.limitationReason', 'NEW_ONE') // { unknown: 'NEW_ONE' }
 */
export const toOurs = (list: MappingListName, raw: string): Translated => {
  const found = own(listOf(list).codes, raw)
  if (found === undefined) return { unknown: raw }
  const { words: _, ...meaning } = found
  return meaning
}

/**
 * The code of a published list that covers one of ours; undefined where the list has none. Somebody must choose then:
 * a code that says more than is known would be a false statement.
 *
 * @example fromOurs('pcac.merchantStatus', { standing: 'suspended' }) // '02'
 * @example fromOurs('pcac.riskType', { suspension: 'RULE_VIOLATION' }) // undefined: it does not say which violation
 */
export const fromOurs = (list: MappingListName, ours: OurCode): string | undefined => {
  const [kind = '', code = ''] = Object.entries(ours)[0] ?? []
  const table = own<Readonly<Record<string, string>> | undefined>(listOf(list).says, kind)
  return table && own(table, code)
}
