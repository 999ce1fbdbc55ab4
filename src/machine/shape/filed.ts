import { closureReasons, payoutMethods, remedyKinds, suspensionReasons } from '../../domain/index.ts'
import type { FiledClosure, FiledReinstatement, FiledRequest, FiledSuspension } from '../../schemas/index.ts'
import {
  type Fields,
  fields,
  flag,
  instant,
  type Kind,
  list,
  oneOf,
  optional,
  text,
  variants,
} from './kinds.ts'
import { anyOf } from './kit.ts'

const fault = fields<NonNullable<FiledSuspension['fault']>>({
  component: optional(anyOf()),
  symptom: optional(anyOf()),
  cause: anyOf(),
  description: optional(text),
})

export const faultOnFile = (): Kind<NonNullable<FiledSuspension['fault']>> => fault

type Common = Pick<FiledClosure, keyof FiledClosure & keyof FiledSuspension & keyof FiledReinstatement>
const common: Omit<Fields<Common>, 'process'> = {
  applicationId: text,
  merchantId: text,
  serialNumber: optional(text),
  merchantName: text,
  channel: anyOf(),
  post: optional(fields<NonNullable<Common['post']>>({ postedOn: text })),
  signatory: fields<Common['signatory']>({ personId: text, authority: anyOf(), mandateRef: optional(text) }),
  attested: flag,
}

const closure = fields<Omit<FiledClosure, 'process'>>({
  ...common,
  terminalId: optional(text),
  reason: oneOf(closureReasons),
  comment: optional(text),
  duration: anyOf(),
  effectiveDate: optional(instant),
  disposition: anyOf(),
  payoutMethod: optional(oneOf(payoutMethods)),
  contract: optional(fields<NonNullable<FiledClosure['contract']>>({ expiresOn: text, renewed: flag })),
  successorTerminalId: optional(text),
  acknowledgement: fields<FiledClosure['acknowledgement']>({
    procedureVersion: text,
    at: instant,
    contractReviewed: flag,
  }),
})

const suspension = fields<Omit<FiledSuspension, 'process'>>({
  ...common,
  terminalIds: list(text),
  procedureVersion: optional(text),
  reason: oneOf(suspensionReasons),
  comment: optional(text),
  duration: anyOf(),
  plannedPeriod: fields<FiledSuspension['plannedPeriod']>({ from: instant, until: optional(instant) }),
  dataBackup: anyOf(),
  dataBackupNote: optional(text),
  fault: optional(fault),
})

const reinstatement = fields<Omit<FiledReinstatement, 'process'>>({
  ...common,
  terminalId: text,
  holdIds: list(text),
  suspendedOn: text,
  reasons: list(oneOf(suspensionReasons)),
  reasonDescription: text,
  whyRestore: text,
  whyLift: text,
  businessImpact: optional(text),
  remedies: list(
    fields<FiledReinstatement['remedies'][number]>({
      holdId: text,
      kind: oneOf(remedyKinds),
      performedBy: anyOf(),
      providerAuthorisation: optional(text),
      description: optional(text),
      evidence: list(text),
    }),
  ),
  selfService: optional(anyOf()),
  fault: optional(fault),
  procedureVersion: optional(text),
})

/** A request as it was filed; that its parts fit each other was held when it came in. */
export const filedRequest = variants<FiledRequest, 'process'>('process', {
  closure,
  suspension,
  reinstatement,
})
