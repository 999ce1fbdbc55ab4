import { maskSecrets } from '../domain/index.ts'
import { isTerminalLifecycleError, StoreError } from '../errors/index.ts'
import type { Asked } from './asked.ts'

/** Beside the errors: in themselves they hold no path, which may be logged anywhere. */
const places = new WeakMap<object, string>()

/** Does the work on the store at a path, and remembers where it failed. */
export const at = async <Result>(path: string, work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    if (isTerminalLifecycleError(error) && !places.has(error)) places.set(error, path)
    throw error
  }
}

/** The path of the file that it was; where only the command is known, what that was given. Nothing where it was no file. */
export const placeOf = (error: unknown, { command, rest, values: { data } }: Asked): string | undefined => {
  const place = isTerminalLifecycleError(error) ? places.get(error) : undefined
  if (place !== undefined || !(error instanceof StoreError)) return place
  return command === 'restore' ? `${rest[0]} → ${data}` : data
}

const person = /\b([a-z][a-z\d+.-]+:)\/+\S*@/gi
const assigned = /(password=)[^\s&'"]+/gi

/**
 * Who names the address of a database where a folder belongs must not see its password again, nor must a log; nor the number of a card or
 * a person, where a life or a file belongs.
 */
export const withoutSecrets = (line: string): string =>
  maskSecrets(line.replace(person, '$1//').replace(assigned, '$1[REDACTED]'))
