import { InvalidInputError } from '../errors/index.ts'

/**
 * Seconds after an event happened from which one that was refused is tried anew: it may have come before another that it builds
 * on. The runtime keeps the answer to each try, so that all tries together act once.
 */
const laterTries = [60, 600, 3_600, 14_400, 43_200] as const

const sourcePattern = /^[A-Za-z0-9_-]{1,40}$/

/** @throws InvalidInputError at `/source`. */
export const readSource = (source: unknown): string => {
  if (source === undefined) return ''
  if (typeof source === 'string' && sourcePattern.test(source)) return `.${source}`
  throw new InvalidInputError({ issues: [{ path: '/source', code: 'INVALID_FORMAT' }] })
}

/**
 * The names under which the runtime may know a message by now, first the first. They are asked in this order, and none is passed
 * over, so that one that was accepted is always met before a new one is made.
 */
export const commandIds = (source: string, id: string, ageSeconds: number): readonly string[] => [
  `webhook${source}:${id}`,
  ...laterTries.flatMap((from, place) => (ageSeconds < from ? [] : [`webhook${source}+${place + 1}:${id}`])),
]
