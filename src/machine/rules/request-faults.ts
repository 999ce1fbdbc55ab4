import {
  type Blocker,
  blocker,
  brokenRules,
  closureRules,
  type DocumentRef,
  lasts,
  type RequestFinding,
  reinstatementRules,
  remedyEvidence,
  remedyRules,
  type SuspensionReason,
  suits,
  suspensionRules,
} from '../../domain/index.ts'
import type { FiledReinstatement, FiledRequest } from '../../schemas/index.ts'
import { all, when } from '../clearing/kit.ts'
import { items } from '../facts/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { holdNamed } from './kit.ts'

const findings = (
  request: FiledRequest,
  documents: readonly { readonly id: string }[],
  at: string,
): readonly RequestFinding[] => {
  if (request.process === 'closure') return brokenRules(closureRules, { ...request, documents }, at)
  if (request.process === 'suspension') return brokenRules(suspensionRules, { ...request, documents }, at)
  return [
    ...brokenRules(reinstatementRules, { ...request, documents }, at),
    ...request.remedies.flatMap((remedy, index) =>
      brokenRules(remedyRules, remedy, at).map(({ code, path }) => ({
        code,
        path: `/remedies/${index}${path}`,
      })),
    ),
  ]
}

/** The checks of the form, applied once more: whoever leaves the form out meets them here, under the same codes. */
export const requestFaults = (
  request: FiledRequest | undefined,
  documents: readonly { readonly id: string }[] | undefined,
  at: string,
): readonly Blocker[] =>
  request === undefined
    ? []
    : findings(request, documents ?? [], at).map(({ code, path }) =>
        blocker(code, request.applicationId, { path }),
      )

/** A remedy of a hold that nobody asks to be cleared is of one that is there. */
const ofStrangers = (context: LifecycleContext, request: FiledReinstatement | undefined) =>
  (request?.remedies ?? [])
    .filter(({ holdId }) => request?.holdIds.includes(holdId) === false)
    .flatMap(({ holdId }) => holdNamed(context, holdId).missing ?? [])

/** What only the record can tell of a reinstatement: which hold has which reason, and what was done about that one. */
export const remedyFaults = (
  context: LifecycleContext,
  request: FiledReinstatement | undefined,
  documents: readonly DocumentRef[] = [],
): readonly Blocker[] => [
  ...ofStrangers(context, request),
  ...(request?.holdIds ?? []).flatMap((holdId) => {
    const hold = Object.hasOwn(context.holds, holdId) ? context.holds[holdId] : undefined
    if (!hold || !request) return []
    const claims = request.remedies.filter((remedy) => remedy.holdId === holdId)
    return all(
      when(!request.reasons.includes(hold.code), 'REASON_MISMATCH', holdId),
      when(
        claims.length > 0 && !claims.some(({ kind }) => suits(kind, hold.code)),
        'REMEDY_UNSUITABLE',
        holdId,
      ),
      claims.flatMap(({ evidence }) => unsuited(hold.code, documents, evidence)),
    )
  }),
]

/** Whoever names papers names one that shows something of the kind; others may stand beside it. */
const unsuited = (
  reason: SuspensionReason,
  documents: readonly DocumentRef[],
  evidence: readonly string[],
): readonly Blocker[] => {
  const wanted = remedyEvidence(reason)
  const named = documents.filter(({ id }) => evidence.includes(id))
  if (named.some(({ type }) => wanted.includes(type))) return []
  return named.slice(0, 1).map(({ id }) => blocker('EVIDENCE_UNSUITABLE', id, { wanted }))
}

/** The merchant's own device stays with it, any other one goes back: what is asked for has to fit what is there. (OQ-16) */
export const dispositionFaults = (
  { devices }: LifecycleContext,
  request: Extract<FiledRequest, { process: 'closure' }> | undefined,
): readonly Blocker[] => {
  const others = items(devices).filter(({ role, owner }) => role === 'bound' && owner !== 'merchant')
  const stays = request?.disposition === 'merchantOwned'
  return all(
    when(
      request !== undefined && stays === others.length > 0,
      'DISPOSITION_UNSUITABLE',
      request?.applicationId,
      { disposition: stays ? 'return' : 'merchantOwned' },
    ),
  )
}

/** A pause that was over before anybody decided on it would stop a shop that is back at work. */
export const overBeforeApproved = ({ application }: LifecycleContext, at: string): Blocker | false =>
  application?.request?.process === 'suspension' &&
  !lasts(undefined, application.request.plannedPeriod.until, at) && {
    ...blocker('PERIOD_REVERSED', application.applicationId),
    owner: 'provider',
    clearedBy: ['review.rejected', 'application.withdrawn'],
  }
