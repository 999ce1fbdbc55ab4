import { dayOf } from './default-zone.ts'

/** A dated procedure of the provider; an application names the version that was read. */
export interface Procedure {
  readonly version: string
  /** First and last calendar day in force, YYYY-MM-DD; without `until` still in force. */
  readonly from: string
  readonly until?: string | undefined
}

/** Whoever read the old one shortly before it changed has read the right one. */
const graceMs = 30 * 86_400_000

/** Was this version in force within thirty days before the instant? */
export const isProcedureInForce = (
  procedures: readonly Procedure[],
  version: string,
  at: string,
): boolean => {
  const earliest = dayOf(new Date(Date.parse(at) - graceMs).toISOString())
  return procedures.some(
    ({ version: known, from, until }) =>
      known === version && from <= dayOf(at) && (until === undefined || earliest <= until),
  )
}
