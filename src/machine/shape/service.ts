import {
  capabilityNames,
  closureReasons,
  limits,
  releasePaths,
  suspensionReasons,
  testKinds,
} from '../../domain/index.ts'
import type { Application, Hold, HostStatus, Transaction } from '../context.ts'
import { actor, documentRef, money } from './common.ts'
import {
  type Fields,
  fields,
  flag,
  instant,
  list,
  natural,
  nullable,
  oneOf,
  optional,
  text,
  variants,
  word,
} from './kinds.ts'

const capabilities = () => Object.fromEntries(capabilityNames.map((name) => [name, optional(flag)]))

export const status = () =>
  fields<HostStatus>({
    acceptance: word('on off unknown'),
    registry: word('active suspended closed unknown'),
    unsettled: nullable(natural),
    readAt: nullable(instant),
    capabilities: fields(capabilities() as Fields<HostStatus['capabilities']>),
  })

export const hold = () =>
  fields<Hold>({
    holdId: text,
    code: oneOf(suspensionReasons),
    caps: list(oneOf(limits)),
    status: word('planned effective cleared lifted'),
    release: oneOf(releasePaths),
    test: oneOf(testKinds),
    disclosure: word('open hidden'),
    startsAt: instant,
    orderRef: nullable(text),
    chargeId: nullable(text),
    placedBy: actor(),
    remedy: nullable(
      fields<NonNullable<Hold['remedy']>>({
        evidence: list(text),
        claimedBy: text,
        verifiedBy: nullable(text),
      }),
    ),
    eased: flag,
  })

/** Each kind has reasons of its own. */
const applicationFor = (reasons: readonly string[]) =>
  fields<Omit<Application, 'kind'>>({
    applicationId: text,
    digest: text,
    documents: list(documentRef()),
    reasons: list(oneOf(reasons)),
    holdIds: list(text),
    makers: list(text),
    attempt: natural,
    startsAt: nullable(instant),
    effectiveDate: nullable(instant),
    informationItems: list(text),
    rejection: nullable(
      fields<NonNullable<Application['rejection']>>({ code: text, reason: text, resubmittable: flag }),
    ),
    approval: nullable(fields<NonNullable<Application['approval']>>({ by: text, at: instant })),
  })

export const application = () =>
  variants<Application, 'kind'>('kind', {
    suspension: applicationFor(suspensionReasons),
    reinstatement: applicationFor(suspensionReasons),
    closure: applicationFor(closureReasons),
  })

export const transaction = () =>
  fields<Transaction>({
    ref: text,
    kind: word('sale preAuth refund'),
    state: text,
    amount: money(),
    occurredAt: instant,
    serial: nullable(text),
    test: flag,
    resolution: nullable(
      fields<NonNullable<Transaction['resolution']>>({ handling: text, proposedBy: actor(), accepted: flag }),
    ),
  })
