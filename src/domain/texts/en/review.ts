import type { Texts } from '../texts.ts'

export const reviewLines: Texts['reviewLine'] = {
  signedAs: 'Who signs',
  comment: 'Remark',
  reasonDescription: 'What happened',
  whyRestore: 'Why the terminal is needed again',
  whyLift: 'Why the cause is gone',
  businessImpact: 'What the standstill costs',
  selfService: 'Tried on the device',
  selfServiceCompared: 'Compared with what the device offers',
  remedyKind: 'Remedy',
  remedyPerformedBy: 'Who carried it out',
  remedyDescription: 'What was done',
  faultComponent: 'Part that is broken',
  faultSymptom: 'How the fault shows',
  faultCause: 'Where the fault comes from',
  faultDescription: 'The fault in words',
  dataBackup: 'Copy of the transaction data',
  dataBackupNote: 'Why there is no copy',
  successorTerminalId: 'Terminal that takes over',
  compared: 'Compared with what is on record',
}
