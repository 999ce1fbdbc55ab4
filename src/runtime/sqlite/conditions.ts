import type { DatabaseSync } from 'node:sqlite'

/** A condition, and what is bound in it. */
export interface Condition {
  sql: string
  values: Readonly<Record<string, string | number | null>>
}

export const condition = (sql: string, values: Condition['values'] = {}): Condition => ({ sql, values })

/** A query and what is bound in it. */
export interface Selection {
  text: string
  values: Condition['values']
}

/** Different values of a column, each found by one step in the index that begins with it. */
export function valuesOf(database: DatabaseSync, text: string, values: Condition['values']): string[] {
  const next = database.prepare(text)
  const found: string[] = []
  for (let last = ''; ; ) {
    const value = next.get({ ...values, last })?.value
    if (typeof value !== 'string') return found
    found.push(value)
    last = value
  }
}

/** Behind a column: is it one of these? */
export const oneOf = (name: string, values: readonly string[]): Condition =>
  condition(
    `IN (${values.map((_, index) => `:${name}${index}`).join(', ')})`,
    Object.fromEntries(values.map((value, index) => [`${name}${index}`, value])),
  )

/** Is one of the words in the list? */
export const holds = (name: string, words: readonly string[], column = name): Condition =>
  condition(
    words.length === 0
      ? 'FALSE'
      : `(${words.map((_, index) => `instr(${column}, :${name}${index}) > 0`).join(' OR ')})`,
    Object.fromEntries(words.map((word, index) => [`${name}${index}`, `,${word},`])),
  )

/** Lists that hold one of the words. */
export const listsWith = (words: readonly string[], lists: readonly string[]): readonly string[] =>
  lists.filter((list) => words.some((word) => list.includes(`,${word},`)))
