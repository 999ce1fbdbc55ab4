import type {
  Catalogues,
  ModelAccessories,
  NoticeWording,
  Price,
  PricedFeeTable,
  Procedure,
  ProcedureProcess,
} from './catalogues.ts'
import { isInForce, mostSpecific, saysMost, wasInForce } from './dated.ts'
import type { Audience, NoticeTemplate } from './notices.ts'
import type { Locale } from './texts/texts.ts'

/** What is asked for: of which process, for which model. What is not known of the model is not held against anybody. */
export interface Published {
  readonly process?: ProcedureProcess | undefined
  readonly model?: string | null | undefined
  readonly at: string
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
/** A model, or an accessory, however its name is written. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other)

/** What an entry is for; what it does not say it is for all. */
interface Scoped {
  readonly process?: ProcedureProcess | undefined
  readonly model?: string | undefined
}

const ofProcess = (entry: Scoped, asked: Omit<Published, 'at'>): boolean =>
  entry.process === undefined || asked.process === undefined || entry.process === asked.process

/** An entry of one model is nobody's who does not say which. */
const suits = (entry: Scoped, asked: Omit<Published, 'at'>): boolean =>
  ofProcess(entry, asked) &&
  (entry.model === undefined || (asked.model != null && isSameName(entry.model, asked.model)))

/** The procedure in force: that of the process and the model, else the more general one. */
export const procedureInForce = (
  { procedures = [] }: Catalogues,
  asked: Published & { readonly process: ProcedureProcess },
): Procedure | undefined =>
  mostSpecific(
    procedures.filter((entry) => isInForce(entry, asked.at) && suits(entry, asked)),
    'process',
    'model',
  )

/** The procedures of this version that an event may name: in force within thirty days before. */
export const proceduresNamed = (
  { procedures = [] }: Catalogues,
  version: string,
  asked: Published,
): readonly Procedure[] =>
  procedures.filter(
    (entry) => entry.version === version && wasInForce(entry, asked.at) && ofProcess(entry, asked),
  )

/** The fee table in force; of several, the newest. */
export const feeTableInForce = ({ feeTables = [] }: Catalogues, at: string): PricedFeeTable | undefined =>
  mostSpecific(feeTables.filter((table) => isInForce(table, at)))

/** What a table says of an item: of its model if there is such a price, of any if the model is not known. */
export const pricesOf = (
  { prices = [] }: PricedFeeTable,
  { kind, model, currency }: { kind: string; model: string | undefined; currency: string },
): readonly number[] => {
  const all = prices.filter((price) => price.kind === kind && price.amount.currency === currency)
  const own = all.filter((price) => model !== undefined && price.model && isSameName(price.model, model))
  const fitting = own.length > 0 ? own : all.filter((price) => price.model === undefined)
  return (model === undefined ? all : fitting).map(({ amount }) => amount.amount)
}

/** What a table asks for a process and a model, each kind once: the row that says most. */
export const feesFor = ({ prices = [] }: PricedFeeTable, asked: Omit<Published, 'at'>): readonly Price[] => {
  const rows = prices.filter((price) => suits(price, asked))
  return [...new Set(rows.map(({ kind }) => kind))].flatMap(
    (kind) =>
      saysMost(
        rows.filter((price) => price.kind === kind),
        'process',
        'model',
      )[0] ?? [],
  )
}

/** What is handed out with a device of this model. (OQ-15) */
export const accessoriesFor = (
  { accessories = [] }: Catalogues,
  model: string | null | undefined,
  at: string,
): ModelAccessories['items'] | undefined =>
  model == null
    ? undefined
    : mostSpecific(accessories.filter((entry) => isSameName(entry.model, model) && isInForce(entry, at)))
        ?.items

/** The provider's own words of a notice; nothing: the library's. */
export const noticeWording = (
  { notices = [] }: Catalogues,
  asked: {
    readonly template: NoticeTemplate
    readonly locale: Locale
    readonly audience?: Audience | undefined
    readonly at: string
  },
): NoticeWording | undefined =>
  mostSpecific(
    notices.filter(
      (entry) =>
        entry.template === asked.template &&
        entry.locale === asked.locale &&
        (entry.audience === undefined || entry.audience === asked.audience) &&
        isInForce(entry, asked.at),
    ),
    'audience',
  )
