/** What whoever decides on an application reads of it, beside its papers: the applicant's own words, and what was compared. */
export const reviewLineNames = [
  'signedAs',
  'comment',
  'reasonDescription',
  'whyRestore',
  'whyLift',
  'businessImpact',
  'selfService',
  'selfServiceCompared',
  'remedyKind',
  'remedyPerformedBy',
  'remedyDescription',
  'faultComponent',
  'faultSymptom',
  'faultCause',
  'faultDescription',
  'dataBackup',
  'dataBackupNote',
  'successorTerminalId',
  'compared',
] as const
export type ReviewLineName = (typeof reviewLineNames)[number]
