/** What whoever decides on an application reads of it, beside its papers: the applicant's own words, and what was compared. */
export const reviewLineNames = [
  'comment',
  'reasonDescription',
  'whyRestore',
  'whyLift',
  'businessImpact',
  'selfService',
  'remedyDescription',
  'faultSymptom',
  'faultDescription',
  'dataBackup',
  'dataBackupNote',
  'successorTerminalId',
  'compared',
] as const
export type ReviewLineName = (typeof reviewLineNames)[number]
