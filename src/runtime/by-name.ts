import { type NumberRule, numberIssues } from '../errors/index.ts'
import { invalidInput } from './door.ts'

/**
 * One number for all, or one for each that is named; `usualOf` for the others.
 *
 * @throws InvalidInputError for what is no such number, and for a name that means nothing.
 */
export function readByName<Name extends string>(
  path: string,
  given: number | Readonly<Partial<Record<Name, number>>>,
  names: readonly Name[],
  { usualOf, ...rule }: NumberRule & { readonly usualOf: (name: Name) => number },
): Readonly<Record<Name, number>> {
  if (typeof given !== 'number' && (typeof given !== 'object' || given === null || Array.isArray(given)))
    throw invalidInput(path, 'WRONG_TYPE')
  const stranger = Object.keys(given).find((name) => !names.some((known) => known === name))
  if (stranger !== undefined) throw invalidInput(`${path}/${stranger}`, 'UNKNOWN_FIELD')
  const wantedOf = (name: Name): number => {
    const value = typeof given === 'number' ? given : given[name]
    return value === undefined ? usualOf(name) : value
  }
  const wrong = names.find((name) => numberIssues('', wantedOf(name), rule).length > 0)
  if (wrong !== undefined) throw invalidInput(`${path}/${wrong}`, 'INVALID_FORMAT')
  return Object.fromEntries(names.map((name) => [name, wantedOf(name)])) as Record<Name, number>
}
