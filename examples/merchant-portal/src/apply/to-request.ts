import type { DocumentRef, SuspensionReason } from 'terminal-lifecycle/domain'
import type { Process } from '../case/acts.ts'
import { instantOf, isoDay } from '../case/days.ts'
import type { Leaf } from './leaves.ts'

/** What was typed and chosen, nested as the form is; every leaf is a text. */
export interface Values {
  readonly [name: string]: unknown
}

/** What the page knows already and nobody has to say. */
export interface Known {
  readonly applicationId: string
  readonly merchantId: string
  readonly merchantName: string
  readonly terminalId: string
  readonly serialNumber?: string | undefined
  readonly personId: string
  readonly procedureVersion: string
  readonly at: string
  readonly documents: readonly DocumentRef[]
  readonly holds: readonly { readonly holdId: string; readonly code: SuspensionReason }[]
}

export const valueAt = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) => (inner as Readonly<Record<string, unknown>> | undefined)?.[name],
      values,
    )

const instants = ['effectiveDate', 'plannedPeriod.from', 'plannedPeriod.until']

/** As the form wants it; nothing: it was left empty. What is no day stays what it is, so that the form says so. */
const asked = ({ name, as }: Leaf, value: unknown): unknown => {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return undefined
  if (as === 'yesNo') return text === 'yes'
  if (as !== 'day') return text
  const day = isoDay(text)
  if (!instants.includes(name)) return day ?? text
  return day === undefined ? text : instantOf(day)
}

const put = (
  into: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void => {
  if (rest.length === 0) {
    if (value !== undefined) into[name] = value
    return
  }
  const inner = (into[name] ?? {}) as Record<string, unknown>
  put(inner, rest, value)
  into[name] = inner
}

/** Fields with members stand there as soon as one of them is asked for: what they lack is then said of the member. */
const answersOf = (leaves: readonly Leaf[], values: Values): Record<string, unknown> => {
  const answers: Record<string, unknown> = {}
  for (const leaf of leaves.filter(({ name }) => !name.startsWith('remedies.')))
    put(answers, leaf.name.split('.'), asked(leaf, valueAt(values, leaf.name)))
  const { fault } = answers
  if (fault && Object.keys(fault).length === 0) delete answers.fault
  return answers
}

const ofProcess = (process: Process, known: Known, values: Values): Readonly<Record<string, unknown>> => {
  const { terminalId, procedureVersion, at, holds, documents } = known
  if (process === 'suspension') return { terminalIds: [terminalId], duration: 'temporary', procedureVersion }
  if (process === 'closure')
    return {
      terminalId,
      duration: 'permanent',
      acknowledgement: {
        procedureVersion,
        at,
        contractReviewed: valueAt(values, 'contractReviewed') === true,
      },
    }
  return {
    terminalId,
    procedureVersion,
    holdIds: holds.map(({ holdId }) => holdId),
    reasons: [...new Set(holds.map(({ code }) => code))],
    remedies: holds.map(({ holdId }, index) => ({
      ...answersAt(values, index),
      holdId,
      evidence: documents.map(({ id }) => id),
    })),
  }
}

const answersAt = (values: Values, index: number): Readonly<Record<string, unknown>> => {
  const said = (valueAt(values, `remedies.${index}`) ?? {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
  )
}

/** The request as it would be sent now. Its paths are those of the page's fields, so that each fault finds its field. */
export const toRequest = (
  process: Process,
  leaves: readonly Leaf[],
  values: Values,
  known: Known,
): Readonly<Record<string, unknown>> => {
  const { applicationId, merchantId, merchantName, serialNumber, personId, documents } = known
  const answers = answersOf(leaves, values)
  return {
    process,
    applicationId,
    merchantId,
    merchantName,
    ...(serialNumber !== undefined && { serialNumber }),
    channel: 'online',
    documents,
    ...answers,
    signatory: { ...(answers.signatory as object | undefined), personId },
    attested: values.attested === true,
    ...ofProcess(process, known, values),
  }
}
