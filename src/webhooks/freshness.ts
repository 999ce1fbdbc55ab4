import { InvalidInputError } from '../errors/index.ts'
import type { Clock } from '../runtime/index.ts'
import { fault, type WebhookFault } from './faults.ts'

/** How far the time of an attempt may be from now, in whole seconds. Freshness can be narrowed or widened, never left out. */
export interface Tolerance {
  /** 10 to 3 600; 300 when left out. */
  readonly pastSeconds?: number | undefined
  /** 1 to 300; 30 when left out: the longer it is, the longer a message can be played again. */
  readonly aheadSeconds?: number | undefined
}

export interface Window {
  readonly past: number
  readonly ahead: number
}

const bounds = {
  pastSeconds: { least: 10, most: 3_600, usual: 300 },
  aheadSeconds: { least: 1, most: 300, usual: 30 },
} as const

const invalid = (path: string, code: string): InvalidInputError =>
  new InvalidInputError({ issues: [{ path, code }] })

const secondsOf = (tolerance: Tolerance, name: keyof typeof bounds): number => {
  const { least, most, usual } = bounds[name]
  const given: unknown = tolerance[name]
  if (given === undefined) return usual
  if (typeof given !== 'number' || !Number.isInteger(given)) {
    throw invalid(`/tolerance/${name}`, 'WRONG_TYPE')
  }
  if (given < least) throw invalid(`/tolerance/${name}`, 'TOO_SMALL')
  if (given > most) throw invalid(`/tolerance/${name}`, 'TOO_LARGE')
  return given
}

/** @throws InvalidInputError for what is no whole number of seconds within the bounds: 0, Infinity, NaN, a bare number. */
export const readTolerance = (tolerance: Tolerance | undefined = {}): Window => {
  if (typeof tolerance !== 'object' || tolerance === null) throw invalid('/tolerance', 'WRONG_TYPE')
  const stranger = Object.keys(tolerance).find((name) => !(name in bounds))
  if (stranger !== undefined) throw invalid('/tolerance', 'UNKNOWN_FIELD')
  return { past: secondsOf(tolerance, 'pastSeconds'), ahead: secondsOf(tolerance, 'aheadSeconds') }
}

/** @throws InvalidInputError at `/clock` where it gives no instant: under no time everything would be fresh. */
export const millisecondsOf = (clock: Clock): number => {
  const now = Date.parse(clock?.now?.())
  if (Number.isNaN(now)) throw invalid('/clock', 'INVALID_FORMAT')
  return now
}

/** A message is good for so long after it was signed; one that is signed in the future would be good for longer. */
export const staleness = (
  timestamp: string,
  now: number,
  { past, ahead }: Window,
): WebhookFault | undefined => {
  const age = Math.floor(now / 1000) - Number(timestamp)
  if (age > past) return fault('WEBHOOK_TOO_OLD')
  return -age > ahead ? fault('WEBHOOK_TOO_NEW') : undefined
}
