import type { ReviewLineName, Role } from '../../domain/index.ts'
import { boundDevices, offersSelfService } from '../facts/devices.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { viewRecord } from './viewing.ts'

/** One line that a reviewer reads; the name has a text in `domain`, the value is the applicant's own word or code. */
export interface ReviewLine {
  readonly line: ReviewLineName
  readonly value: string
  /** The hold that the line is about. */
  readonly holdId?: string
}

type Said = readonly (readonly [line: ReviewLineName, value: string | undefined, holdId?: string])[]

type Filed = Extract<Application['request'], { process: 'reinstatement' }>

/** Nobody tries what the device does not have, and whoever has it might have tried. It decides nothing: registers err. */
const selfServiceCompared = (
  context: LifecycleContext,
  { selfService, serialNumber = '' }: Filed,
): Application['compared'] | undefined => {
  if (selfService === undefined) return undefined
  const named = context.devices[serialNumber]
  const isOffered = offersSelfService(named ? [named] : boundDevices(context))
  if (isOffered === undefined) return 'notOnRecord'
  const claims = { notSupported: false, notTried: isOffered, unresolved: true, resolved: true }[selfService]
  return claims === isOffered ? 'matches' : 'differs'
}

const saidIn = (context: LifecycleContext, { request, compared }: Application): Said => {
  const last: Said = [['compared', compared]]
  if (request === null) return last
  const first: Said = [['signedAs', request.signatory.authority]]
  if (request.process === 'closure')
    return [
      ...first,
      ['comment', request.comment],
      ['successorTerminalId', request.successorTerminalId],
      ...last,
    ]
  const { fault } = request
  const broken: Said = [
    ['faultComponent', fault?.component],
    ['faultSymptom', fault?.symptom],
    ['faultCause', fault?.cause],
    ['faultDescription', fault?.description],
  ]
  if (request.process === 'suspension')
    return [
      ...first,
      ['comment', request.comment],
      ['dataBackup', request.dataBackup],
      ['dataBackupNote', request.dataBackupNote],
      ...broken,
      ...last,
    ]
  return [
    ...first,
    ['reasonDescription', request.reasonDescription],
    ['whyRestore', request.whyRestore],
    ['whyLift', request.whyLift],
    ['businessImpact', request.businessImpact],
    ['selfService', request.selfService],
    ['selfServiceCompared', selfServiceCompared(context, request)],
    ...request.remedies.flatMap(
      ({ holdId, kind, performedBy, description }): Said => [
        ['remedyKind', kind, holdId],
        ['remedyPerformedBy', performedBy, holdId],
        ['remedyDescription', description, holdId],
      ],
    ),
    ...broken,
    ...last,
  ]
}

/**
 * What the open application says beside its papers, in the order in which it is read; nothing: there is none. Who may not
 * see a hold reads nothing about it.
 *
 * @example reviewLines(record, { viewer: 'provider' }) // [{ line: 'whyLift', value: '…' }, …]
 */
export const reviewLines = (record: LifecycleRecord, { viewer }: { viewer: Role }): readonly ReviewLine[] => {
  const { context } = viewRecord(record, viewer)
  if (context.application === null) return []
  return saidIn(context, context.application).flatMap(([line, value, holdId]) =>
    value === undefined ? [] : [{ line, value, ...(holdId !== undefined && { holdId }) }],
  )
}
