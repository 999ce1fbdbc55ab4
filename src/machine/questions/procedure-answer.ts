import {
  channels as allChannels,
  type Catalogues,
  feesFor,
  feeTableInForce,
  procedureInForce,
} from '../../domain/index.ts'
import { boundDevices } from '../facts/devices.ts'
import { isOurs } from '../facts/kit.ts'
import { askable } from '../rules/applications.ts'
import { askedFor } from '../rules/asked-papers.ts'
import type { ProcedureAnswer, ProcedureQuestion } from '../shape/answers.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'

/** The papers of an application of which nothing but its reasons is known. */
const papersOf = (
  context: LifecycleContext,
  { process: of, reasons, at }: ProcedureQuestion,
): ProcedureAnswer['papers'] => {
  if (of === 'replacement') return []
  const holds = of === 'reinstatement' ? askable(context, at) : []
  const known = reasons ?? holds.flatMap((id) => context.holds[id]?.code ?? [])
  return askedFor(context, { kind: of, reasons: known, request: null, compared: 'notOnRecord' })
}

export const procedureWith =
  (catalogues: Catalogues) =>
  ({ context }: LifecycleRecord, question: ProcedureQuestion): ProcedureAnswer => {
    const { at, serial } = question
    const device = serial === undefined ? boundDevices(context)[0] : context.devices[serial]
    const asked = { process: question.process, model: device?.model, at }
    const found = procedureInForce(catalogues, asked)
    const table = feeTableInForce(catalogues, at)
    return {
      process: question.process,
      version: found?.version ?? null,
      from: found?.from ?? null,
      until: found?.until ?? null,
      channels: found?.channels ?? allChannels,
      steps: found?.steps ?? [],
      papers: papersOf(context, question),
      feeTableVersion: table?.version ?? null,
      fees: table ? feesFor(table, asked).filter(({ amount }) => isOurs(context, amount)) : [],
      accessories: device?.accessories ?? null,
    }
  }
