import type { ChargeKind } from './charges.ts'
import type { Dated } from './dated.ts'
import type { Channel } from './form-choices.ts'
import type { Money } from './money.ts'
import type { Audience, NoticeTemplate } from './notices.ts'
import type { Locale } from './texts/texts.ts'

/** What a procedure is for. */
export const procedureProcesses = ['suspension', 'reinstatement', 'closure', 'replacement'] as const
export type ProcedureProcess = (typeof procedureProcesses)[number]

/** Words of the provider's own, in the languages that it has them in. */
export type OwnWords = { readonly [Name in Locale]?: string | undefined }

/** How the provider wants something done; an application names the version that was read. */
export interface Procedure extends Dated {
  readonly version: string
  /** Left out: of every process. */
  readonly process?: ProcedureProcess | undefined
  /** Left out: for every model. */
  readonly model?: string | undefined
  /** Ways in which an application is taken; left out: all of them. */
  readonly channels?: readonly Channel[] | undefined
  readonly steps?: readonly OwnWords[] | undefined
}

/** What one item costs: all of it, in one amount. What is reckoned by month, by piece or by the cent stands in no table. */
export interface Price {
  readonly kind: ChargeKind
  /** Left out: whatever it is charged for. */
  readonly process?: ProcedureProcess | undefined
  /** Only for devices of this model. */
  readonly model?: string | undefined
  readonly amount: Money
}

/** A dated table of fees; a charge names the version it was made from. */
export interface FeeTable extends Dated {
  readonly version: string
}

/** A table of fees with the amounts that stand in it. */
export interface PricedFeeTable extends FeeTable {
  readonly prices?: readonly Price[] | undefined
}

/** What is handed out with a device of a model, and has to come back. (R-217, OQ-15) */
export interface ModelAccessories extends Dated {
  readonly model: string
  readonly items: readonly { readonly name: string; readonly count: number }[]
}

/** The provider's own words of a notice, with the parameters that the library's have: `{terminal}`. */
export interface NoticeWording extends Dated {
  readonly template: NoticeTemplate
  readonly locale: Locale
  /** Left out: whoever is told. */
  readonly audience?: Audience | undefined
  readonly subject: string
  readonly body: string
}

/** What the provider publishes, dated: it changes with time and is frozen in no record. */
export interface Catalogues {
  readonly procedures?: readonly Procedure[] | undefined
  /** Without them those of the record's policy are in force, and amounts stand as they are stated. */
  readonly feeTables?: readonly PricedFeeTable[] | undefined
  readonly accessories?: readonly ModelAccessories[] | undefined
  readonly notices?: readonly NoticeWording[] | undefined
}
