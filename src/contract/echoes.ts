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

/** Each place that a reply has to repeat a member of the input in, if it has that place. */
const echoesOf = ({ name }: Operation): Places => ({ ...always, ...echoes[name as OperationName] })

type Found = { readonly path: string; readonly value: unknown }

const inside = (value: unknown, [first, ...rest]: readonly string[], path: string): readonly Found[] => {
  if (first === undefined) return value === undefined || value === null ? [] : [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  if (first === '*')
    return Object.entries(value).flatMap(([place, item]) => inside(item, rest, `${path}/${place}`))
  const member = Object.hasOwn(value, first) ? (value as Record<string, unknown>)[first] : undefined
  return inside(member, rest, `${path}/${first}`)
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
  for (const [member, places] of Object.entries(echoesOf(row))) {
    const [asked] = inside(input, member.split('.'), '')
    if (!asked) continue
    const stray = places
      .flatMap((place) => inside(reply, place.split('.'), ''))
      .find(({ value }) => canonicalJson(value) !== canonicalJson(asked.value))
    if (stray) return stray.path
  }
  return undefined
}
