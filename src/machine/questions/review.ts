import type { ReviewLineName, Role } from '../../domain/index.ts'
import type { Application } from '../shape/applications.ts'
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

const saidIn = ({ request, compared }: Application): Said => {
  const common: Said = [['compared', compared]]
  if (request === null) return common
  if (request.process === 'closure')
    return [['comment', request.comment], ['successorTerminalId', request.successorTerminalId], ...common]
  const { fault } = request
  const broken: Said = [
    ['faultSymptom', fault?.symptom],
    ['faultDescription', fault?.description],
  ]
  if (request.process === 'suspension')
    return [
      ['comment', request.comment],
      ['dataBackup', request.dataBackup],
      ['dataBackupNote', request.dataBackupNote],
      ...broken,
      ...common,
    ]
  return [
    ['reasonDescription', request.reasonDescription],
    ['whyRestore', request.whyRestore],
    ['whyLift', request.whyLift],
    ['businessImpact', request.businessImpact],
    ['selfService', request.selfService],
    ...request.remedies.map(({ holdId, description }) => ['remedyDescription', description, holdId] as const),
    ...broken,
    ...common,
  ]
}

/**
 * What the open application says beside its papers, in the order in which it is read; nothing: there is none. Who may not
 * see a hold reads nothing about it.
 *
 * @example reviewLines(record, { viewer: 'provider' }) // [{ line: 'whyLift', value: '…' }, …]
 */
export const reviewLines = (record: LifecycleRecord, { viewer }: { viewer: Role }): readonly ReviewLine[] => {
  const { application } = viewRecord(record, viewer).context
  if (application === null) return []
  return saidIn(application).flatMap(([line, value, holdId]) =>
    value === undefined ? [] : [{ line, value, ...(holdId !== undefined && { holdId }) }],
  )
}
