import type { Instant } from '../domain/index.ts'
import { exceptionEvidence, isCurrency, isSamePerson } from '../domain/index.ts'
import type { InputIssue } from '../errors/index.ts'
import { isReservedCharge } from './facts/charges.ts'
import { isReservedHold } from './facts/holds.ts'
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
  ['/closing/startedAt', input.closing?.startedAt],
  ['/closing/statement/upTo', input.closing?.statement?.upTo],
  ['/takenOver/asOf', input.takenOver?.asOf],
  ...(input.transactions ?? []).map(
    ({ occurredAt }, index) => [`/transactions/${index}/occurredAt`, occurredAt] as const,
  ),
  ...input.devices.flatMap((device, index) => [
    ...deviceInstants.map((name) => [`/devices/${index}/${name}`, device[name]] as const),
    [`/devices/${index}/backup/upTo`, device.backup?.upTo] as const,
  ]),
]

const names = {
  devices: 'serial',
  holds: 'holdId',
  deposits: 'depositId',
  charges: 'chargeId',
  transactions: 'ref',
}

/** Of two items under one name one would be lost without a word; a name of the library's own is that of a fact. */
const nameFaults = (input: LifecycleInput): readonly InputIssue[] =>
  Object.entries(names).flatMap(([list, key]) => {
    const items =
      (input as unknown as Record<string, readonly Record<string, string>[] | undefined>)[list] ?? []
    const own = items.map((item) => item[key] ?? '')
    const isReserved = { holds: isReservedHold, charges: isReservedCharge }[list]
    return [
      ...(new Set(own).size < own.length ? [{ path: `/${list}`, code: 'DUPLICATE_ITEM' }] : []),
      ...own.flatMap((name, index) =>
        isReserved?.(name) ? [{ path: `/${list}/${index}/${key}`, code: 'REFERENCE_IN_USE' }] : [],
      ),
    ]
  })

/** A hold that comes along limits something, and names a charge and a device that are there. */
const holdFaults = ({ holds = [], charges = [], devices }: LifecycleInput): readonly InputIssue[] =>
  holds.flatMap(({ caps, chargeId, serial }, index) => [
    ...(caps?.length === 0 ? [{ path: `/holds/${index}/caps`, code: 'HOLD_LIMITS_NOTHING' }] : []),
    ...(chargeId !== undefined && !charges.some((charge) => charge.chargeId === chargeId)
      ? [{ path: `/holds/${index}/chargeId`, code: 'CHARGE_UNKNOWN' }]
      : []),
    ...(serial !== undefined &&
    !devices.some((device) => device.serial === serial && device.role !== 'retired')
      ? [{ path: `/holds/${index}/serial`, code: 'DEVICE_UNKNOWN' }]
      : []),
  ])

/** All money of a life is in one currency, which is one. */
const currencyFaults = ({
  currency = 'CNY',
  deposits = [],
  charges = [],
  transactions = [],
}: LifecycleInput): readonly InputIssue[] => [
  ...(isCurrency(currency) ? [] : [{ path: '/currency', code: 'CURRENCY_UNKNOWN' }]),
  ...([...deposits, ...charges, ...transactions].every(({ amount }) => amount.currency === currency)
    ? []
    : [{ path: '/currency', code: 'CURRENCY_MISMATCH' }]),
]

/** What two people decided is shown by a paper, and they are two. */
const exceptionFaults = ({ exception, documents = {} }: LifecycleInput): readonly InputIssue[] => {
  if (exception === undefined) return []
  const { evidence, enteredBy, verifiedBy } = exception
  const suits = (exceptionEvidence as readonly string[]).includes(evidence.type)
  const isAnother =
    Object.hasOwn(documents, evidence.id) && documents[evidence.id]?.digest !== evidence.digest
  return [
    ...(suits ? [] : [{ path: '/exception/evidence', code: 'EVIDENCE_UNSUITABLE' }]),
    ...(isAnother ? [{ path: '/exception/evidence/id', code: 'REFERENCE_IN_USE' }] : []),
    ...(isSamePerson(enteredBy, verifiedBy)
      ? [{ path: '/exception/verifiedBy', code: 'SECOND_PERSON_REQUIRED' }]
      : []),
  ]
}

/** A loss is shown by a report of it, which comes along. */
const lossFaults = ({ devices, documents = {} }: LifecycleInput): readonly InputIssue[] =>
  devices.flatMap(({ lossReport }, index) => {
    if (lossReport == null) return []
    const report = Object.hasOwn(documents, lossReport) ? documents[lossReport] : undefined
    if (report?.type === 'loss_report') return []
    const code = report === undefined ? 'DOCUMENT_UNKNOWN' : 'EVIDENCE_UNSUITABLE'
    return [{ path: `/devices/${index}/lossReport`, code }]
  })

/** The paper that says where a device is on its way to comes along. */
const placeFaults = ({ devices, documents = {} }: LifecycleInput): readonly InputIssue[] =>
  devices.flatMap(({ returnTo }, index) => {
    const id = returnTo?.addressDocumentId
    return id === undefined || Object.hasOwn(documents, id)
      ? []
      : [{ path: `/devices/${index}/returnTo/addressDocumentId`, code: 'DOCUMENT_UNKNOWN' }]
  })

/** Nobody takes over from itself. */
const predecessorFaults = ({ terminalId, predecessorTerminalId }: LifecycleInput): readonly InputIssue[] =>
  predecessorTerminalId === terminalId ? [{ path: '/predecessorTerminalId', code: 'DUPLICATE_ITEM' }] : []

/** Whoever begins in the middle says where the beginning is. */
const takenOverFaults = ({ closing, takenOver }: LifecycleInput): readonly InputIssue[] =>
  closing !== undefined && takenOver === undefined ? [{ path: '/takenOver', code: 'REQUIRED_HERE' }] : []

/** An opening is judged like a report: what is told of the past lies behind, and nobody verifies an entry of their own. */
export const openingFaults = (input: LifecycleInput, at: Instant): readonly InputIssue[] => {
  const ahead = pastIn(input)
    .filter(([, told]) => typeof told === 'string' && believed(told, at) !== told)
    .map(([path]) => ({ path, code: 'IN_THE_FUTURE' }))
  const { enteredBy, verifiedBy = null } = input.payoutAccount ?? {}
  const others = [
    ...nameFaults(input),
    ...holdFaults(input),
    ...currencyFaults(input),
    ...exceptionFaults(input),
    ...predecessorFaults(input),
    ...takenOverFaults(input),
    ...lossFaults(input),
    ...placeFaults(input),
  ]
  const own = enteredBy !== undefined && verifiedBy !== null && isSamePerson(enteredBy, verifiedBy)
  return own
    ? [...ahead, ...others, { path: '/payoutAccount/verifiedBy', code: 'SECOND_PERSON_REQUIRED' }]
    : [...ahead, ...others]
}

/** What each field says for itself can be true, and all of it together cannot. */
export const contradictionIn = (record: LifecycleRecord): readonly InputIssue[] => {
  const damage = damageIn(record)
  if (damage !== undefined) return [{ path: damage.replace(/^\/context/, ''), code: 'INVALID' }]
  const invariant = brokenInvariant(record)
  return invariant === undefined ? [] : [{ path: '', code: invariant }]
}
