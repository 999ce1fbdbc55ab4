import * as z from 'zod'
import {
  type Channel,
  type ChargeKind,
  channels,
  chargeKinds,
  type DocumentType,
  documentTypes,
  type ProcedureProcess,
  procedureProcesses,
} from '../../domain/index.ts'
import { Day } from '../../schemas/index.ts'
import { Amount, known, list, type Unknown, Words } from '../wire.ts'

/** What one kind of charge costs. */
interface PriceView {
  kind: ChargeKind | Unknown
  process?: ProcedureProcess | Unknown | undefined
  model?: string | undefined
  amount: Amount
}

/** How something is done at a terminal, before it is asked for. */
export interface ProcedureView {
  process: ProcedureProcess | Unknown
  /** To be named by the application as read; `null`: nothing is published. */
  version: string | null
  from: string | null
  until: string | null
  channels: readonly (Channel | Unknown)[]
  /** In the languages that the acquirer has them in. */
  steps: readonly { 'zh-CN'?: string | undefined; en?: string | undefined }[]
  /** All of these are wanted; any of `alternatives` does as well. */
  papers: readonly {
    type: DocumentType | Unknown
    alternatives?: readonly (DocumentType | Unknown)[] | undefined
  }[]
  feeTableVersion: string | null
  fees: readonly PriceView[]
  /** What has to come back with the device; `null`: not known. */
  accessories: readonly { name: string; count: number }[] | null
}

const of = known(procedureProcesses)

export const ProcedureView: z.ZodType<ProcedureView, ProcedureView> = z.object({
  process: of,
  version: Words.nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
  channels: list(known(channels)),
  steps: list(z.object({ 'zh-CN': Words.optional(), en: Words.optional() })),
  papers: list(z.object({ type: known(documentTypes), alternatives: list(known(documentTypes)).optional() })),
  feeTableVersion: Words.nullable(),
  fees: list(
    z.object({
      kind: known(chargeKinds),
      process: of.optional(),
      model: Words.optional(),
      amount: Amount,
    }),
  ),
  accessories: list(z.object({ name: Words, count: z.int().nonnegative() })).nullable(),
})
