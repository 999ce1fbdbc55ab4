import { type Blocker, blockerCodes, type Data, eventTypes, roles } from '../domain/index.ts'
import { isSecretName, label } from './mask.ts'
import { redacted } from './redacted.ts'
import { reference, safeCode, safeName, safeNumber } from './safe-text.ts'
import { isSplit } from './split.ts'

/** As many as anybody deals with. */
const most = 500

type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, most) : [])

const owners: readonly string[] = [...roles, 'authority']
const codes: ReadonlySet<unknown> = new Set(blockerCodes)
const events: ReadonlySet<unknown> = new Set(eventTypes)

/** A member of an enumeration: ours as it is, another's as `unknown(RAW)`. */
const member = (given: unknown, isOurs: boolean): string => {
  if (isOurs) return String(given)
  const raw = /^unknown\((.*)\)$/s.exec(String(typeof given === 'string' ? given : ''))?.[1] ?? given
  return `unknown(${safeCode(raw)})`
}

/** Plain values of a blocker; what has the name of a secret is masked whatever it is. */
const safeValue = (name: string, value: unknown): Data[string] | undefined => {
  if (isSecretName(name)) return redacted
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return safeNumber(value)
  if (typeof value === 'string') return label(value)
  const list = listOf(value)
  return Array.isArray(value) ? list.map(isSplit(list) ? () => redacted : label) : undefined
}

const safeData = (data: Members): Data => {
  const members = Object.entries(data)
    .slice(0, most)
    .map(([name, value]) => [safeName(name), safeValue(name, value)] as const)
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as Data
}

/** By it an item is found, as `payout-01ARZ3NDEKTSV4RRFFQ69G5FAV`; what is no plain reference is words. */
const safeReference = (given: unknown): string => {
  const plain = reference(given)
  return plain === redacted ? label(given) : plain
}

const safeBlocker = (given: unknown): Blocker => {
  const { code, owner, clearedBy, ref, data }: Members = isObject(given) ? given : {}
  // What another version calls by names of its own stays as `unknown(…)`, as replies have it.
  return {
    code: member(code, codes.has(code)),
    owner: member(owner, owners.includes(owner as string)),
    clearedBy: listOf(clearedBy).map((event) => member(event, events.has(event))),
    ...(ref !== undefined && { ref: safeReference(ref) }),
    ...(isObject(data) && { data: safeData(data) }),
  } as Blocker
}

/** Copies what a blocker has and nothing else: our own words as they are, references while they are plain, everything else masked. */
export const safeBlockers = (given: unknown): readonly Blocker[] => listOf(given).map(safeBlocker)
