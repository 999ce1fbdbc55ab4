import type { TextKind, Texts } from './texts.ts'

/** A code that only a newer release knows, as the client reads it off an answer. */
export type NewerCode = `unknown(${string})`

/**
 * As `textOf`, from the texts that it is given: a page that shows one language does not load the other.
 *
 * @returns the code itself where it is not one of ours, as a newer server may send it.
 * @example textFrom(textsEn, 'suspensionReason', 'ACCOUNT_ARREARS') // 'Account in arrears'
 */
export const textFrom = <Kind extends TextKind>(
  texts: Texts,
  kind: Kind,
  code: keyof Texts[Kind] | NewerCode,
): string => {
  const table: Readonly<Record<string, string>> = texts[kind]
  const key = String(code)
  // a code may come from outside: `constructor` is not ours
  return (Object.hasOwn(table, key) && table[key]) || key
}
