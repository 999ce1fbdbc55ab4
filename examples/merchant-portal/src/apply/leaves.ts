import {
  backupStatements,
  components,
  faultCauses,
  payoutMethods,
  performers,
  reasonProfiles,
  remediesFor,
  type SuspensionReason,
  selfServiceResults,
  signatoryAuthorities,
  suspensionReasons,
  symptoms,
  type TextKind,
} from 'terminal-lifecycle/domain'
import type { FormField } from 'terminal-lifecycle/schemas'
import type { Process } from '../case/acts.ts'

/** One thing to fill in, by the path that the form has for it. */
export interface Leaf {
  readonly name: string
  readonly as: 'line' | 'prose' | 'day' | 'yesNo' | 'choice' | 'mobile' | 'email'
  readonly isRequired: boolean
  readonly options?: readonly string[]
  /** Of what kind the words of the options are. */
  readonly texts?: TextKind
}

type Kind = Omit<Leaf, 'name' | 'isRequired'>
const line: Kind = { as: 'line' }
const prose: Kind = { as: 'prose' }
const day: Kind = { as: 'day' }
const choice = (texts: TextKind, options: readonly string[]): Kind => ({ as: 'choice', texts, options })

/** How each field is asked for. A field with members is asked for by its members. */
const kinds: Readonly<Record<string, Kind>> = {
  comment: prose,
  'contract.expiresOn': day,
  'contract.renewed': { as: 'yesNo' },
  effectiveDate: day,
  disposition: choice('disposition', []),
  collectionAddress: prose,
  payoutMethod: choice('payoutMethod', payoutMethods),
  successorTerminalId: line,
  registeredMobile: { as: 'mobile' },
  'plannedPeriod.from': day,
  'plannedPeriod.until': day,
  dataBackup: choice('backupStatement', backupStatements),
  dataBackupNote: prose,
  'fault.component': choice('component', components),
  'fault.symptom': choice('symptom', symptoms),
  'fault.cause': choice('faultCause', faultCauses),
  'fault.description': prose,
  suspendedOn: day,
  reasonDescription: prose,
  whyRestore: prose,
  whyLift: prose,
  businessImpact: prose,
  selfService: choice('selfServiceResult', selfServiceResults),
  'account.accountName': line,
  'account.accountNumberMasked': line,
  'contact.name': line,
  'contact.mobile': { as: 'mobile' },
  'contact.email': { as: 'email' },
  'signatory.authority': choice('signatory', signatoryAuthorities),
  'signatory.mandateRef': line,
}

/** Members that may stay empty although their field may not. Of the two ways to reach somebody one is enough, as the help says. */
const optional = [
  ...['contact.name', 'plannedPeriod.until'],
  ...['fault.component', 'fault.symptom', 'fault.description'],
]

const leavesOf = (process: Process, { name, required, choices }: FormField): readonly Leaf[] => {
  if (name === 'reason') {
    const texts = process === 'closure' ? 'closureReason' : 'suspensionReason'
    return [{ name, isRequired: true, ...choice(texts, choices ?? []) }]
  }
  return Object.entries(kinds)
    .filter(([path]) => path === name || (path.startsWith(`${name}.`) && path !== 'signatory.mandateRef'))
    .map(([path, kind]) => ({
      name: path,
      isRequired: required && !optional.includes(path),
      ...kind,
      ...(choices && { options: choices }),
    }))
}

/** What was done about each hold; what suits its reason can be chosen. */
const remedyLeaves = (index: number, reason: SuspensionReason, answers: Answered): readonly Leaf[] => {
  const kind = answers.remedies?.[index]?.kind
  const isSoftware = kind === 'reinstall' || kind === 'update'
  const isOwn = answers.remedies?.[index]?.performedBy === 'merchant'
  const at = `remedies.${index}`
  return [
    { name: `${at}.kind`, isRequired: true, ...choice('remedy', remediesFor[reason]) },
    { name: `${at}.performedBy`, isRequired: true, ...choice('performer', performers) },
    ...(isSoftware && isOwn ? [{ name: `${at}.providerAuthorisation`, isRequired: true, ...line }] : []),
    { name: `${at}.description`, isRequired: false, ...prose },
  ]
}

interface Answered {
  readonly reason?: string
  readonly remedies?: readonly ({ readonly kind?: string; readonly performedBy?: string } | undefined)[]
}

export const steps = ['before', 'reason', 'questions', 'papers', 'check'] as const
export type Step = (typeof steps)[number]
export const isStep = (text: string | undefined): text is Step =>
  (steps as readonly (string | undefined)[]).includes(text)

const ofReason = ['reason', 'comment', 'contract', 'fault', 'suspendedOn', 'reasonDescription']

/** Only where it is about a device that is broken somebody is asked what of it is broken. */
const technical: readonly string[] = suspensionReasons.filter(
  (reason) => reasonProfiles[reason].category === 'technical',
)

/** First what it is about, then who signs, and how an answer reaches them. */
const people = ['account', 'signatory', 'contact']
const byPerson = (one: Leaf, other: Leaf): number => rankOf(one) - rankOf(other)
const rankOf = ({ name }: Leaf): number => people.indexOf(name.split('.')[0] ?? '')

/** What a form asks for now, step by step. */
export const leavesByStep = (
  process: Process,
  fields: readonly FormField[],
  reasons: readonly SuspensionReason[],
  answers: Answered,
): Readonly<Record<Step, readonly Leaf[]>> => {
  const chosen = [...reasons, answers.reason].filter((one) => one !== undefined)
  const isOfDevice = chosen.some((one) => technical.includes(one))
  const all = fields
    .filter(({ name }) => name !== 'fault' || isOfDevice)
    .flatMap((field) => leavesOf(process, field))
  const isOfReason = ({ name }: Leaf) => ofReason.includes(name.split('.')[0] ?? '')
  const remedies =
    process === 'reinstatement' ? reasons.flatMap((one, at) => remedyLeaves(at, one, answers)) : []
  return {
    before: [],
    reason: [...all.filter(isOfReason), ...remedies],
    questions: all.filter((leaf) => !isOfReason(leaf)).sort(byPerson),
    papers: [],
    check: [],
  }
}
