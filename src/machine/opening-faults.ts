import type { Instant } from '../domain/index.ts'
import { isSamePerson } from '../domain/index.ts'
import type { InputIssue } from '../errors/index.ts'
import { believed } from './facts/time.ts'
import { brokenInvariant } from './invariants.ts'
import type { LifecycleInput } from './shape/answers.ts'
import type { LifecycleRecord } from './shape/record.ts'
import { damageIn } from './whole.ts'

const deviceInstants = [
  'lastTransactionAt',
  'drainedUpTo',
  'keysRevokedAt',
  'receivedAt',
  'retiredAt',
] as const

/** What has already happened by what the opening says, each with where it stands. */
const pastIn = (
  input: LifecycleInput,
): readonly (readonly [path: string, at: Instant | null | undefined])[] => [
  ['/lastTransactionAt', input.lastTransactionAt],
  ['/status/readAt', input.status?.readAt],
  ['/payoutAccount/changedAt', input.payoutAccount?.changedAt],
  ...(input.transactions ?? []).map(
    ({ occurredAt }, index) => [`/transactions/${index}/occurredAt`, occurredAt] as const,
  ),
  ...input.devices.flatMap((device, index) => [
    ...deviceInstants.map((name) => [`/devices/${index}/${name}`, device[name]] as const),
    [`/devices/${index}/backup/upTo`, device.backup?.upTo] as const,
  ]),
]

/** A hold that comes along limits something, and names a charge that is there. */
const holdFaults = ({ holds = [], charges = [] }: LifecycleInput): readonly InputIssue[] =>
  holds.flatMap(({ caps, chargeId }, index) => [
    ...(caps?.length === 0 ? [{ path: `/holds/${index}/caps`, code: 'HOLD_LIMITS_NOTHING' }] : []),
    ...(chargeId !== undefined && !charges.some((charge) => charge.chargeId === chargeId)
      ? [{ path: `/holds/${index}/chargeId`, code: 'CHARGE_UNKNOWN' }]
      : []),
  ])

/** An opening is judged like a report: what is told of the past lies behind, and nobody verifies an entry of their own. */
export const openingFaults = (input: LifecycleInput, at: Instant): readonly InputIssue[] => {
  const ahead = pastIn(input)
    .filter(([, told]) => typeof told === 'string' && believed(told, at) !== told)
    .map(([path]) => ({ path, code: 'IN_THE_FUTURE' }))
  const { enteredBy, verifiedBy = null } = input.payoutAccount ?? {}
  const limiting = holdFaults(input)
  const own = enteredBy !== undefined && verifiedBy !== null && isSamePerson(enteredBy, verifiedBy)
  return own
    ? [...ahead, ...limiting, { path: '/payoutAccount/verifiedBy', code: 'SECOND_PERSON_REQUIRED' }]
    : [...ahead, ...limiting]
}

/** What each field says for itself can be true, and all of it together cannot. */
export const contradictionIn = (record: LifecycleRecord): readonly InputIssue[] => {
  const damage = damageIn(record)
  if (damage !== undefined) return [{ path: damage.replace(/^\/context/, ''), code: 'INVALID' }]
  const invariant = brokenInvariant(record)
  return invariant === undefined ? [] : [{ path: '', code: invariant }]
}
