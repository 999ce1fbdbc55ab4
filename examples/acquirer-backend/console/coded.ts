import type { Words } from './words.ts'

/** The console's own word for a code that has none in the library; the code itself for one that is new. */
export const coded = (
  words: Words,
  kind: 'custody' | 'erasure' | 'keys' | 'binding' | 'money' | 'order' | 'kind',
  code: string,
): string => {
  const table: Readonly<Record<string, string>> = words
  const name = `${kind}_${code}`
  return (Object.hasOwn(table, name) && table[name]) || code
}
