import type * as z from 'zod'
import {
  type ClosureReason,
  closureReasonProfiles,
  closureReasons,
  type Disposition,
  dispositions,
  type MerchantType,
  type RequestRule,
  type RequiredDocument,
  reasonProfiles,
  requiredDocuments,
  type SuspensionReason,
  suspensionReasons,
} from '../../domain/index.ts'
import { type ClosureRequestInput, closureForm } from '../requests/closure-request.ts'
import { type ReinstatementRequestInput, reinstatementForm } from '../requests/reinstatement-request.ts'
import { type SuspensionRequestInput, suspensionForm } from '../requests/suspension-request.ts'

interface Inputs {
  readonly closure: ClosureRequestInput
  readonly suspension: SuspensionRequestInput
  readonly reinstatement: ReinstatementRequestInput
}
type FormProcess = keyof Inputs

/** Who applies for what, and what was answered so far. Nothing is stored: ask again after each answer. */
export interface FormQuestion<Process extends FormProcess> {
  readonly merchant: {
    readonly type: MerchantType
    /** Every device of the terminal is the merchant's own, or none is; left out: not known. */
    readonly ownsDevices?: boolean | undefined
  }
  /** What was answered so far: some fields are asked for because of what stands in others. */
  readonly answers?: Partial<Inputs[Process]> | undefined
}

/** A field that is to be asked for now. */
export interface FormField {
  /** As in the form; `signatory.mandateRef` is a member of a field. */
  readonly name: string
  readonly required: boolean
  /** The field whose answer is why it is asked for. */
  readonly because: string | null
  /** One of these, this one included, is enough. */
  readonly oneOf: readonly string[] | null
  /** What can be answered, where that is less than all that the schema knows. */
  readonly choices: readonly string[] | null
}

/** What a form shows: its fields in order, and the papers that belong to it. */
export interface FormPlan {
  readonly fields: readonly FormField[]
  /** Papers without which the application is incomplete, for the reasons that were answered. */
  readonly papers: readonly RequiredDocument[]
}

type Rule = RequestRule<Readonly<Record<string, unknown>>>
const forms = { closure: closureForm, suspension: suspensionForm, reinstatement: reinstatementForm }

const mayBeApplied = (reason: SuspensionReason): boolean =>
  !reasonProfiles[reason].umbrella && reasonProfiles[reason].initiators.includes('merchant')

const dispositionsOf = (ownsDevices: boolean | undefined): readonly Disposition[] =>
  dispositions.filter((one) => ownsDevices === undefined || (one === 'merchantOwned') === ownsDevices)

/** What a merchant can answer, field by field; nothing: all that the schema takes. */
const choicesOf = (
  form: FormProcess,
  ownsDevices: boolean | undefined,
): Readonly<Record<string, readonly string[]>> => ({
  ...(form === 'closure' && {
    reason: closureReasons.filter((reason) => closureReasonProfiles[reason].initiators.includes('merchant')),
    duration: ['permanent'],
    disposition: dispositionsOf(ownsDevices),
  }),
  ...(form === 'suspension' && {
    reason: suspensionReasons.filter(mayBeApplied),
    duration: ['temporary'],
  }),
  ...(form === 'reinstatement' && {
    reasons: suspensionReasons.filter((reason) => !reasonProfiles[reason].umbrella),
  }),
})

/** Without a field that was not answered a rule cannot be asked. */
const isBroken = (rule: Rule, answers: Readonly<Record<string, unknown>>, without: string): boolean => {
  const decides = rule.reads.filter((name) => name !== without)
  return (
    decides.every((name) => answers[name] !== undefined) && !rule.holds({ ...answers, [without]: undefined })
  )
}

/** Somebody else signs: then the mandate is asked for. */
const mandateOf = (
  rules: readonly Rule[],
  answers: Readonly<Record<string, unknown>>,
): readonly FormField[] => {
  const { signatory } = answers
  const signed = { ...(signatory as object), mandateRef: undefined }
  const isAsked = rules.some(
    ({ code, holds }) => code === 'MANDATE_MISSING' && !holds({ ...answers, signatory: signed }),
  )
  if (signatory === undefined || !isAsked) return []
  return [
    {
      name: 'signatory.mandateRef',
      required: true,
      because: 'signatory.authority',
      oneOf: null,
      choices: null,
    },
  ]
}

/**
 * What a form asks for now: the fields that apply to this merchant and to what was answered so far, and the papers of the reason. What
 * it leaves out no schema and no rule will miss; what it calls required is refused where it is missing.
 *
 * @example
 * const { fields, papers } = createForm('closure', { merchant: { type: 'enterprise' }, answers: { reason: 'CONTRACT_EXPIRED' } })
 * fields.find(({ name }) => name === 'contract') // { name: 'contract', required: true, because: 'reason', … }
 */
export function createForm<Process extends FormProcess>(
  form: Process,
  { merchant: { type: merchantType, ownsDevices }, answers: given = {} }: FormQuestion<Process>,
): FormPlan {
  const { shape } = forms[form]
  const rules = forms[form].rules as unknown as readonly Rule[]
  const answers = given as Readonly<Record<string, unknown>>
  const choices = choicesOf(form, ownsDevices)
  const [either = []] = rules
    .filter(({ code }) => code === 'TERMINAL_OR_SERIAL_REQUIRED')
    .map(({ reads }) => reads)
  const fields = Object.entries<z.ZodType>(shape).flatMap(([name, schema]): readonly FormField[] => {
    if (name === 'process') return []
    const because = rules.filter(
      ({ code, reads, params }) => code === 'REQUIRED_HERE' && reads[0] === name && params?.because,
    )
    const [asked] = because.filter((rule) => isBroken(rule, answers, name))
    if (because.length > 0 && asked === undefined) return []
    const required = asked !== undefined || !schema.safeParse(undefined).success
    const oneOf = either.includes(name) ? either : null
    return [
      { name, required, because: asked?.params?.because ?? null, oneOf, choices: choices[name] ?? null },
    ]
  })
  const named: readonly unknown[] = [answers.reasons ?? answers.reason ?? []].flat()
  const reasons = named as readonly (ClosureReason | SuspensionReason)[]
  return {
    fields: [...fields, ...mandateOf(rules, answers)],
    papers: requiredDocuments({ process: form, initiator: 'merchant', merchantType, reasons }),
  }
}
