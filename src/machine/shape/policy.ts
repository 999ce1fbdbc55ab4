import {
  type ClockRule,
  closureReasons,
  type DocumentType,
  duties,
  type ExtraPapers,
  type FeeTable,
  type LifecyclePolicy,
  lengthNames,
  obligationKinds,
  type RequiredDocument,
  roles,
  suspensionReasons,
} from '../../domain/index.ts'
import {
  type Fields,
  fields,
  flag,
  ledger,
  list,
  natural,
  nullable,
  oneOf,
  optional,
  text,
  upTo,
  word,
} from './kinds.ts'
import { anyOf } from './kit.ts'

/** The most working days that are counted; of any other unit so many still end in a year with a number. */
export const longest = 10_000

export const clockRule = () =>
  fields<ClockRule>({
    amount: upTo(longest),
    unit: word('years workingDays days hours minutes'),
  })

const papersAsked = list(
  fields<Pick<RequiredDocument, 'type' | 'alternatives'>>({
    type: anyOf<DocumentType>(),
    alternatives: optional(list(anyOf<DocumentType>())),
  }),
)

const dutyTable = ledger(list(oneOf(duties)))

export const policy = () =>
  fields<LifecyclePolicy>({
    clocks: fields(
      Object.fromEntries(lengthNames.map((name) => [name, clockRule()])) as Fields<LifecyclePolicy['clocks']>,
    ),
    verifyAttempts: natural,
    urgentBases: list(oneOf(closureReasons)),
    appealAllowed: flag,
    setOffAllowed: flag,
    carryOverKinds: list(oneOf(obligationKinds)),
    unbindRequires: word('keysRemoved received'),
    systemMayPlace: list(oneOf(suspensionReasons)),
    extraPapers: fields<ExtraPapers>({
      suspension: optional(ledger(papersAsked)),
      reinstatement: optional(ledger(papersAsked)),
      closure: optional(ledger(papersAsked)),
    }),
    filingRequired: flag,
    noticeBeforeResuming: flag,
    maxResubmissions: nullable(natural),
    repairLiability: word('byCause merchant provider'),
    duties: (value) => (value === 'any' ? undefined : dutyTable(value)),
    repeatWindow: clockRule(),
    mayReportDisputes: list(oneOf(roles)),
    mayHide: list(oneOf(roles)),
    mayHoldMoney: list(oneOf(roles)),
    feeTables: list(fields<FeeTable>({ version: text, from: text, until: optional(text) })),
  })
