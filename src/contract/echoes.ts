import { canonicalJson } from '../schemas/index.ts'
import type { OperationName } from './contract.ts'
import type { Operation } from './operation.ts'

/** Where a member of the input comes back in the reply; `*` stands for each item of a list. */
type Places = Readonly<Record<string, readonly string[]>>

/** Come back under their own name, wherever an input has them and the reply repeats them. */
const always: Places = {
  lifecycleId: ['lifecycleId', 'case.lifecycleId'],
  terminalRef: ['terminalRef'],
  serial: ['serial'],
  idempotencyKey: ['idempotencyKey'],
  documentId: ['documentId', 'reference.id'],
  process: ['process'],
}

/** What else a reply repeats of what was asked, by operation. */
const echoes: { readonly [K in OperationName]?: Places } = {
  payOut: { payoutId: ['payoutId'], amount: ['amount'], 'amount.currency': ['paid.currency'] },
  refundDeposit: { depositId: ['depositId'], amount: ['amount'], 'amount.currency': ['paid.currency'] },
  requestStatement: { currency: ['net.currency', 'gross.currency', 'fees.currency'] },
  getApplication: { applicationId: ['applicationId'] },
  findTerminals: { merchantId: ['items.*.merchantId'], terminalId: ['items.*.terminalId'] },
}

/** A member of the input, and each place that a reply has to repeat it in, if it has that place: as steps of a way. */
interface Echo {
  readonly member: Way
  readonly places: readonly Way[]
}
type Way = readonly string[]

const known = new Map<string, readonly Echo[]>()

/** Of an operation, put together when it is first asked for. */
const echoesOf = ({ name }: Operation): readonly Echo[] => {
  const before = known.get(name)
  if (before) return before
  const places: Places = { ...always, ...echoes[name as OperationName] }
  const made = Object.entries(places).map(([member, repeated]) => ({
    member: member.split('.'),
    places: repeated.map((place) => place.split('.')),
  }))
  known.set(name, made)
  return made
}

type Found = { readonly path: string; readonly value: unknown }

const inside = (value: unknown, way: Way, path = '', at = 0): readonly Found[] => {
  const first = way[at]
  if (first === undefined) return value === undefined || value === null ? [] : [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  if (first === '*')
    return Object.entries(value).flatMap(([place, item]) => inside(item, way, `${path}/${place}`, at + 1))
  const member = Object.hasOwn(value, first) ? (value as Record<string, unknown>)[first] : undefined
  return inside(member, way, `${path}/${first}`, at + 1)
}

/**
 * Where a reply is about something else than was asked: another payout, amount, currency, deposit, device, terminal, application,
 * document or life. What a reply does not repeat is not missed, unless its schema wants it.
 *
 * @returns JSON Pointer into the reply; `undefined` where everything fits.
 * @example strayEcho(contract.getTerminal, { lifecycleId: 'lc-1' }, { lifecycleId: 'lc-2' }) // '/lifecycleId'
 */
export const strayEcho = (
  row: Operation,
  input: Readonly<Record<string, unknown>>,
  reply: unknown,
): string | undefined => {
  for (const { member, places } of echoesOf(row)) {
    const [asked] = inside(input, member)
    if (!asked) continue
    const stray = places
      .flatMap((place) => inside(reply, place))
      .find(({ value }) => value !== asked.value && canonicalJson(value) !== canonicalJson(asked.value))
    if (stray) return stray.path
  }
  return undefined
}
