import type { LifecycleRecord } from '../machine/index.ts'
import type { ApplicationRequest, Comparison } from '../schemas/index.ts'

/** What the acquirer has on record of a merchant, as far as it has it. */
export interface RegisteredDetails {
  /** Mobile number, as a form gives it: 11 digits, or E.164 with `+`. */
  readonly mobile?: string | undefined
  /** Where it is paid: the name, and the number masked as a form gives it. */
  readonly account?: { readonly accountName: string; readonly accountNumberMasked: string } | undefined
}

/** Looks a merchant's details up. They are compared with the form and go nowhere else. */
export type Registered = (
  identity: LifecycleRecord['context']['identity'],
) => Promise<RegisteredDetails | undefined>

const mobileOf = (mobile: string): string => mobile.replace(/^(\+86)/, '')
const nameOf = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
/** How many stars somebody writes is nobody's number. */
const endOf = (masked: string): string => masked.replaceAll('*', '').toLowerCase()

const compare = <Value>(
  said: Value | undefined,
  known: Value | undefined,
  isSame: (one: Value, other: Value) => boolean,
): Comparison => {
  if (said === undefined || known === undefined) return 'notOnRecord'
  return isSame(said, known) ? 'matches' : 'differs'
}

/** Does what the form says equal what is on record? What is left out, on either side, is not compared. */
export const comparedWith = (
  request: ApplicationRequest,
  { mobile, account }: RegisteredDetails = {},
): Comparison => {
  if (request.process === 'suspension') return 'notOnRecord'
  if (request.process === 'closure')
    return compare(request.registeredMobile, mobile, (one, other) => mobileOf(one) === mobileOf(other))
  return compare(
    request.account,
    account,
    (one, other) =>
      nameOf(one.accountName) === nameOf(other.accountName) &&
      endOf(one.accountNumberMasked) === endOf(other.accountNumberMasked),
  )
}
