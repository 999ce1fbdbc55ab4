import type { Texts } from '../texts.ts'

export const reviewLines: Texts['reviewLine'] = {
  comment: 'Remark',
  reasonDescription: 'What happened',
  whyRestore: 'Why it is to sell again',
  whyLift: 'Why the cause is gone',
  businessImpact: 'What the standstill costs',
  selfService: 'Tried on the device',
  remedyDescription: 'What was done',
  faultSymptom: 'How the fault shows',
  faultDescription: 'The fault in words',
  dataBackup: 'Copy of the transaction data',
  dataBackupNote: 'Why there is no copy',
  successorTerminalId: 'Terminal that takes over',
  compared: 'Compared with what is on record',
}
