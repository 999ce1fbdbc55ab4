import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CaseView, DeviceView, HoldView } from 'terminal-lifecycle/contract'
import {
  type DocumentRef,
  type MerchantType,
  type RequiredDocument,
  remediesFor,
  type SuspensionReason,
} from 'terminal-lifecycle/domain'
import {
  ClosureRequest,
  createForm,
  formatIssues,
  ReinstatementRequest,
  SuspensionRequest,
  worded,
} from 'terminal-lifecycle/schemas'
import { describeField, type FieldTexts } from 'terminal-lifecycle/words'
import type { Process } from '../case/acts.ts'
import { dayOfInstant } from '../case/days.ts'
import { useData } from '../data/use-data.tsx'
import type { Kept } from '../papers/upload.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { keepDraft, readDraft } from './drafts.ts'
import { leavesByStep } from './leaves.ts'
import { toRequest, type Values } from './to-request.ts'

const schemas = {
  closure: ClosureRequest,
  suspension: SuspensionRequest,
  reinstatement: ReinstatementRequest,
}

export interface ApplicationParts {
  readonly about: CaseView
  readonly process: Process
  /** Those that the application is to end. */
  readonly holds: readonly HoldView[]
  readonly devices: readonly DeviceView[]
  /** The version of the procedure that was read. */
  readonly procedureVersion: string
  readonly texts: FieldTexts
}

/** The form itself is a paper too; what is filled in here is it. */
const isForm = ({ type }: RequiredDocument): boolean => /_(request|form)$/.test(type)

const firstValues = (process: Process, { about, holds }: ApplicationParts): Values => ({
  ...(process === 'reinstatement' && {
    ...(holds[0] && { suspendedOn: dayOfInstant(holds[0].startsAt) }),
    account: { accountName: about.merchantName },
    // Where one remedy alone suits the reason there is nothing to choose.
    remedies: holds.map(({ code }) => {
      const [only, ...others] = remediesFor[code as SuspensionReason] ?? []
      return others.length === 0 && only ? { kind: only } : {}
    }),
  }),
})

/** One application as it is filled in: its fields, its papers, what is still wrong, and the request that would be sent. */
export const useApplication = (parts: ApplicationParts) => {
  const { about, process, holds, devices, procedureVersion, texts } = parts
  const { locale } = useAllWords()
  const { person } = useData()
  const { lifecycleId, merchantId, merchantName, terminalId } = about
  const [draft] = useState(() => readDraft(lifecycleId, process))
  const [applicationId] = useState(() => draft?.applicationId ?? `web-${crypto.randomUUID()}`)
  const [openedAt] = useState(() => new Date().toISOString())
  const [papers, setPapers] = useState<Readonly<Record<string, Kept>>>(draft?.papers ?? {})

  const told = holds.map(({ holdId, code }) => ({ holdId, code: code as SuspensionReason }))
  const documents: readonly DocumentRef[] = Object.values(papers).map(({ reference }) => reference)
  const ownsDevices = devices.length === 0 ? undefined : devices.every(({ owner }) => owner === 'merchant')
  const merchant = { type: about.merchantType as MerchantType, ownsDevices }
  const known = {
    ...{ applicationId, merchantId, merchantName, terminalId, procedureVersion, documents, holds: told },
    ...{
      personId: person.id,
      at: openedAt,
      serialNumber: devices.find(({ role }) => role === 'bound')?.serial,
    },
  }

  const planFor = (values: Values) => {
    const answers = {
      ...values,
      ...(process === 'reinstatement' && { reasons: told.map(({ code }) => code) }),
    }
    const { fields, papers: wanted } = createForm(process, { merchant, answers: answers as never })
    const byStep = leavesByStep(
      process,
      fields,
      process === 'reinstatement' ? told.map(({ code }) => code) : [],
      values,
    )
    return { byStep, leaves: Object.values(byStep).flat(), wanted: wanted.filter((paper) => !isForm(paper)) }
  }
  const requestFor = (values: Values) => toRequest(process, planFor(values).leaves, values, known)

  const labelOf = (field: string) => describeField(process, field, texts).label
  const form = worded(schemas[process] as never, locale, labelOf)['~standard']
  /** A day is asked for where the form wants a moment: whoever typed no day is told so. */
  const [{ message: noDay = '' } = {}] = formatIssues([{ path: '', code: 'INVALID_DAY', params: {} }], locale)
  const validate = (values: unknown) => {
    const result = form.validate(requestFor(values as Values))
    if (!result.issues) return { value: values as Values }
    const issues = result.issues.map((issue) => {
      const path = issue.path.join('.').replace('acknowledgement.', '').split('.')
      return { ...issue, path, message: issue.code === 'INVALID_INSTANT' ? noDay : issue.message }
    })
    return { issues }
  }
  const schema = { '~standard': { version: 1, vendor: 'merchant-portal', validate } } as const
  const own = useForm<Values>({
    defaultValues: (draft?.values ?? firstValues(process, parts)) as never,
    resolver: standardSchemaResolver(schema as never) as never,
    shouldFocusError: false,
    reValidateMode: 'onChange',
  })
  const values = own.watch() as Values
  const { byStep, leaves, wanted } = planFor(values)

  const kept = useMemo(
    () => JSON.stringify({ applicationId, values, papers }),
    [applicationId, values, papers],
  )
  useEffect(() => keepDraft(lifecycleId, process, JSON.parse(kept)), [lifecycleId, process, kept])

  const { isSubmitted } = own.formState
  // biome-ignore lint/correctness/useExhaustiveDependencies: errors speak the language that was switched to
  useEffect(() => {
    if (isSubmitted) void own.trigger()
  }, [locale])

  return {
    own,
    values,
    byStep,
    leaves,
    wanted,
    papers,
    setPapers,
    labelOf,
    applicationId,
    request: requestFor,
  }
}

export type Application = ReturnType<typeof useApplication>
