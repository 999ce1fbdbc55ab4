import { remediesFor, type SuspensionReason } from '../../domain/index.ts'

/** What a schema finds wrong with a value whose fields are right one by one. */
export interface Problem {
  readonly code: string
  readonly path: readonly PropertyKey[]
}

type Members = Record<string, unknown>
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null
const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  isMembers(value) && typeof value.amount === 'number' && typeof value.currency === 'string'

/** Every amount in one currency. */
const inOneCurrency = (value: unknown): void => {
  if (!isMembers(value)) return
  if (typeof value.currency === 'string') value.currency = 'CNY'
  for (const member of Object.values(value)) inOneCurrency(member)
}

const sumOf = (value: unknown): number =>
  Array.isArray(value)
    ? value.reduce((sum: number, line) => sum + sumOf(line), 0)
    : isMoney(value)
      ? value.amount
      : isMembers(value)
        ? Object.values(value).reduce((sum: number, member) => sum + sumOf(member), 0)
        : 0

/** The end is told to come after every beginning. */
const late = (value: unknown): string =>
  typeof value === 'string' && value.includes('T') ? '2099-12-31T00:00:00Z' : '2099-12-31'

/** How each problem is put right, at the place where it is told. */
type Mend = (owner: Members, name: string, whole: Members) => void

const set =
  (value: unknown): Mend =>
  (owner, name) => {
    owner[name] = value
  }
const drop: Mend = (owner, name) => {
  delete owner[name]
}

/** The total says what its parts come to; parts of a net that are optional are left out. */
const addUp: Mend = (owner, name) => {
  const total = owner[name]
  if (!isMoney(total)) return
  for (const [other, value] of Object.entries(owner)) if (other !== name && isMoney(value)) value.amount = 0
  const lists = Object.values(owner).filter(Array.isArray)
  total.amount = lists.reduce((sum, list) => sum + sumOf(list), 0)
}

const files: Readonly<Record<string, string>> = {
  'application/pdf': 'scan.pdf',
  'image/jpeg': 'scan.jpg',
  'image/png': 'scan.png',
}

/** A reason that the merchant may give, and that says enough. */
const plainReason: Mend = (owner, name) => {
  const reason = owner.process === 'closure' ? 'NO_LONGER_NEEDED' : 'MERCHANT_REQUEST'
  owner[name] = name === 'reasons' ? ['NETWORK_FAULT'] : reason
}

/** Each hold with a remedy that suits the reason. */
const remedy: Mend = (owner) => {
  const [reason = 'NETWORK_FAULT'] = owner.reasons as SuspensionReason[]
  const kind = remediesFor[reason][0] ?? 'noneRequired'
  owner.reasons = [reason]
  owner.remedies = (owner.holdIds as string[]).map((holdId) => ({
    holdId,
    kind,
    performedBy: 'provider',
    evidence: [],
  }))
}

const mends: Readonly<Record<string, Mend>> = {
  MUST_BE_CONFIRMED: set(true),
  TEMPORARY_IS_SUSPENSION: set('permanent'),
  PERMANENT_IS_CLOSURE: set('temporary'),
  CURRENCY_MISMATCH: (_, __, whole) => inOneCurrency(whole),
  TOTAL_MISMATCH: addUp,
  AMOUNT_TOO_HIGH: (owner, name) => {
    const money = owner[name]
    if (isMoney(money)) money.amount = 0
    else owner[name] = 0
  },
  PERIOD_REVERSED: (owner, name) => {
    owner[name] = late(owner[name])
  },
  NAME_MISMATCH: (owner) => {
    owner.accountName = owner.merchantName
  },
  FILE_NAME_MISMATCH: (owner, name) => {
    owner[name] = files[String(owner.mediaType ?? owner.type)] ?? 'scan.pdf'
  },
  TERMINAL_OR_SERIAL_REQUIRED: set('10000001'),
  REASON_NOT_FOR_INITIATOR: plainReason,
  REASON_TOO_VAGUE: plainReason,
  REMEDY_UNSTATED: remedy,
  REMEDY_UNSUITABLE: remedy,
  EVIDENCE_NOT_ATTACHED: remedy,
  MANDATE_MISSING: (owner) => {
    owner.authority = 'legalRepresentative'
  },
  DUPLICATE_ITEM: (owner, name) => {
    const list = owner[name]
    if (Array.isArray(list))
      owner[name] = [...new Map(list.map((item) => [JSON.stringify(item), item])).values()]
  },
}

const copyOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copyOf)
    : isMembers(value) && !(value instanceof Uint8Array)
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]))
      : value

/** A copy in which what can be put right is; what cannot is left out where it may be. */
export const mended = (
  value: unknown,
  problems: readonly Problem[],
  filling: (path: readonly PropertyKey[]) => unknown,
): unknown => {
  const whole = copyOf(value)
  if (!isMembers(whole)) return whole
  for (const { code, path } of problems) {
    let owner: unknown = whole
    for (const part of path.slice(0, -1)) owner = isMembers(owner) ? owner[String(part)] : undefined
    const name = String(path.at(-1) ?? '')
    if (!isMembers(owner)) continue
    if (code === 'REQUIRED_HERE') owner[name] = filling(path)
    else (mends[code] ?? drop)(owner, name, whole)
  }
  return whole
}
