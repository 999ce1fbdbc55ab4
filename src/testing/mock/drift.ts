import type { Drift } from './faults.ts'

type Members = Record<string, unknown>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A word in a fixed list looks like one: the first of these names that the answer has. */
const enumerated = ['acceptance', 'status', 'registry', 'method', 'kind', 'state', 'type']

const pathIn = (body: unknown, how: Drift): readonly string[] => {
  if (!isMembers(body)) return []
  const names = Object.keys(body)
  if (how === 'newField') return ['ofANewerVersion']
  if (how !== 'newMember') return names.slice(0, 1)
  const name = enumerated.find((one) => typeof body[one] === 'string') ?? names[0]
  return name === undefined ? [] : [name]
}

const segments = (pointer: string): readonly string[] =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const other = (value: unknown): unknown => (typeof value === 'number' ? String(value) : 42)

const change: Readonly<Record<Drift, (owner: Members, name: string) => void>> = {
  newField: (owner, name) => {
    owner[name] = { note: 'nobody knows this field' }
  },
  newMember: (owner, name) => {
    owner[name] = 'OF_A_NEWER_VERSION'
  },
  missing: (owner, name) => {
    delete owner[name]
  },
  wrongType: (owner, name) => {
    owner[name] = other(owner[name])
  },
  null: (owner, name) => {
    owner[name] = null
  },
}

/** A copy of the answer as another version of the contract would give it. */
export const drifted = (body: unknown, how: Drift, path: string | undefined): unknown => {
  const copy: unknown = structuredClone(body)
  const parts = path === undefined ? pathIn(copy, how) : segments(path)
  const name = parts.at(-1)
  let owner: unknown = copy
  for (const part of parts.slice(0, -1))
    owner = isMembers(owner) || Array.isArray(owner) ? (owner as Members)[part] : undefined
  if (name !== undefined && (isMembers(owner) || Array.isArray(owner))) change[how](owner as Members, name)
  return copy
}

const items = [
  'payoutId',
  'depositId',
  'hash',
  'statementId',
  'batchNo',
  'providerRef',
  'reference',
  'source',
]
const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  isMembers(value) && typeof value.amount === 'number' && typeof value.currency === 'string'

const changedMoney = (
  body: Members,
  mend: (money: { amount: number; currency: string }) => object,
): Members =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      isMoney(value) ? { ...value, ...mend(value) } : value,
    ]),
  )

/** A copy that is about something else than was asked for; the same where it names nothing of the kind. */
export const echoed = (body: unknown, which: 'item' | 'amount' | 'currency'): unknown => {
  if (!isMembers(body)) return body
  if (which === 'amount') return changedMoney(body, ({ amount }) => ({ amount: amount + 1 }))
  if (which === 'currency')
    return changedMoney(body, ({ currency }) => ({ currency: currency === 'USD' ? 'EUR' : 'USD' }))
  const name = items.find((one) => typeof body[one] === 'string')
  if (name === undefined) return body
  return { ...body, [name]: name === 'hash' ? 'f'.repeat(64) : `${String(body[name])}-other` }
}
