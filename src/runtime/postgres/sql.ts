/** What may be bound in a query. */
export type Value = string | number | boolean | null | readonly string[]

/** A part of a query, or a whole one; values are bound, never written into the text. */
export interface Sql {
  readonly texts: readonly string[]
  readonly values: readonly Value[]
}

const isSql = (part: Sql | Value): part is Sql => typeof part === 'object' && part !== null && 'texts' in part

/** Text that is no value: the name of a table, an order. Never anything that came from outside. */
export const raw = (text: string): Sql => ({ texts: [text], values: [] })

const append = (one: Sql, other: Sql): Sql => {
  const [first = '', ...rest] = other.texts
  const texts = [...one.texts.slice(0, -1), `${one.texts.at(-1)}${first}`, ...rest]
  return { texts, values: [...one.values, ...other.values] }
}

/**
 * A query written as it reads: `${…}` binds a value, or takes another part in.
 *
 * @example sql`SELECT at FROM ${tables.record} WHERE lifecycle_id = ${lifecycleId}`
 */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | Value)[]): Sql {
  let whole = raw(texts[0] ?? '')
  for (const [index, part] of parts.entries()) {
    const bound = isSql(part) ? part : { texts: ['', ''], values: [part] }
    whole = append(append(whole, bound), raw(texts[index + 1] ?? ''))
  }
  return whole
}

export const joined = (parts: readonly Sql[], between: string): Sql =>
  parts.reduce(
    (whole, part, index) => append(index === 0 ? whole : append(whole, raw(between)), part),
    raw(''),
  )

/** All of these. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('TRUE') : joined(conditions, ' AND ')

/** The text with `$1`, `$2` … in the place of the values. */
export const textOfSql = ({ texts }: Sql): string =>
  texts.map((text, index) => (index === 0 ? text : `$${index}${text}`)).join('')
