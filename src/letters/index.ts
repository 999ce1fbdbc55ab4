export type {
  ApplicationRecordFacts,
  ApplicationStep,
  ChargeLine,
  ClosureNoticeFacts,
  Decision,
  Deduction,
  DepositRecordFacts,
  DepositSums,
  LetterFacts,
  LetterType,
  Movement,
  NoticeKind,
  Outcome,
  Process,
  ProviderNoticeFacts,
  RejectionNoticeFacts,
  ResultNoticeFacts,
  SettlementVoucherFacts,
  SurvivingObligation,
} from './facts.ts'
export type { Basis, Letter, LinesSection, Section, TableSection } from './letter.ts'
export { isGenuine, type LetterOptions, lettersOf, letterTypes } from './letters-of.ts'
export type { LetterSource } from './story.ts'
