import * as z from 'zod'
import { ActProposed } from './act-proposed.ts'
import {
  ApplicationLapsed,
  ApplicationSupplemented,
  ApplicationWithdrawn,
  ClosureRequested,
  ReinstatementRequested,
  ReviewApproved,
  ReviewInformationRequested,
  ReviewRejected,
  SuspensionRequested,
} from './applications.ts'
import {
  AppealDecided,
  ClosureAppealed,
  ClosureCancelled,
  ClosureConfirmed,
  ClosureImposed,
  ClosureProposed,
} from './closure.ts'
import {
  BackupRecorded,
  BackupVerified,
  BackupWaived,
  DeviceDeclaredUnreadable,
  DeviceDeclaredUnreturned,
  DeviceFound,
  DeviceInspected,
  DeviceLost,
  DeviceReceived,
  DeviceReplaced,
  DeviceShipped,
  ErasureAuthorised,
  ErasureCompleted,
  ErasureFailed,
  ErasureVerified,
  KeysRemoved,
  LossAccepted,
  ReturnAuthorised,
} from './devices.ts'
import {
  HoldLifted,
  HoldPlaced,
  HoldReclassified,
  HoldRemedyClaimed,
  HoldRemedyVerified,
  HoldRescinded,
} from './holds.ts'
import {
  ChargeDetermined,
  ChargeDisputed,
  ChargeMet,
  ChargeRaised,
  DepositDeducted,
  ObligationCarriedOver,
  ObligationDischarged,
  PayoutAccountChanged,
  PayoutAccountVerified,
  PayoutConfirmed,
  PayoutFailed,
  PayoutOrdered,
  PayoutReturned,
  RefundConfirmed,
  RefundFailed,
  RefundOrdered,
  RefundReturned,
  SettlementConfirmed,
  SettlementDeemedAccepted,
  SettlementDisputed,
  SettlementStated,
} from './money.ts'
import {
  CounterpartyDeclaredUnreachable,
  DocumentAdded,
  NoteRecorded,
  NoticeSent,
  OrderCancelled,
  OrderClaimed,
  OrderConfirmed,
  OrderFailed,
  RepresentativeAppointed,
  UnbindingConfirmed,
  UnbindingFailed,
  UnbindingOrdered,
} from './orders.ts'
import {
  BatchUploaded,
  DisputeClosed,
  DisputeOpened,
  ResolutionAccepted,
  ResolutionProposed,
  StatusReported,
  TestFailed,
  TestPassed,
  TransactionReported,
} from './service.ts'

/** Everything that can be told to a terminal's record, as its sender writes it; who sent it and when is stamped on later. */
export type LifecycleEvent =
  | HoldPlaced
  | HoldRemedyClaimed
  | HoldRemedyVerified
  | HoldLifted
  | HoldRescinded
  | HoldReclassified
  | SuspensionRequested
  | ReinstatementRequested
  | ClosureRequested
  | ApplicationSupplemented
  | ApplicationWithdrawn
  | ApplicationLapsed
  | ReviewInformationRequested
  | ReviewRejected
  | ReviewApproved
  | ClosureProposed
  | ClosureImposed
  | ClosureAppealed
  | AppealDecided
  | ClosureCancelled
  | ClosureConfirmed
  | TestPassed
  | TestFailed
  | StatusReported
  | TransactionReported
  | ResolutionProposed
  | ResolutionAccepted
  | BatchUploaded
  | DisputeOpened
  | DisputeClosed
  | DeviceLost
  | DeviceFound
  | LossAccepted
  | DeviceReplaced
  | ReturnAuthorised
  | DeviceShipped
  | DeviceReceived
  | DeviceInspected
  | DeviceDeclaredUnreadable
  | DeviceDeclaredUnreturned
  | BackupRecorded
  | BackupVerified
  | BackupWaived
  | ErasureAuthorised
  | ErasureCompleted
  | ErasureFailed
  | ErasureVerified
  | KeysRemoved
  | SettlementStated
  | SettlementConfirmed
  | SettlementDisputed
  | SettlementDeemedAccepted
  | PayoutOrdered
  | PayoutConfirmed
  | PayoutFailed
  | PayoutReturned
  | PayoutAccountChanged
  | PayoutAccountVerified
  | ChargeRaised
  | ChargeDisputed
  | ChargeDetermined
  | ChargeMet
  | DepositDeducted
  | RefundOrdered
  | RefundConfirmed
  | RefundFailed
  | RefundReturned
  | ObligationCarriedOver
  | ObligationDischarged
  | UnbindingOrdered
  | UnbindingConfirmed
  | UnbindingFailed
  | OrderClaimed
  | OrderConfirmed
  | OrderFailed
  | OrderCancelled
  | RepresentativeAppointed
  | CounterpartyDeclaredUnreachable
  | DocumentAdded
  | NoteRecorded
  | NoticeSent
  | ActProposed

/**
 * Strict: an unknown key is refused, above all one that looks like a secret.
 *
 * @example LifecycleEvent.parse({ type: 'keys.removed', serial: '123-456-789', method: 'zeroised' })
 */
export const LifecycleEvent: z.ZodType<LifecycleEvent, LifecycleEvent> = z.discriminatedUnion('type', [
  HoldPlaced,
  HoldRemedyClaimed,
  HoldRemedyVerified,
  HoldLifted,
  HoldRescinded,
  HoldReclassified,
  SuspensionRequested,
  ReinstatementRequested,
  ClosureRequested,
  ApplicationSupplemented,
  ApplicationWithdrawn,
  ApplicationLapsed,
  ReviewInformationRequested,
  ReviewRejected,
  ReviewApproved,
  ClosureProposed,
  ClosureImposed,
  ClosureAppealed,
  AppealDecided,
  ClosureCancelled,
  ClosureConfirmed,
  TestPassed,
  TestFailed,
  StatusReported,
  TransactionReported,
  ResolutionProposed,
  ResolutionAccepted,
  BatchUploaded,
  DisputeOpened,
  DisputeClosed,
  DeviceLost,
  DeviceFound,
  LossAccepted,
  DeviceReplaced,
  ReturnAuthorised,
  DeviceShipped,
  DeviceReceived,
  DeviceInspected,
  DeviceDeclaredUnreadable,
  DeviceDeclaredUnreturned,
  BackupRecorded,
  BackupVerified,
  BackupWaived,
  ErasureAuthorised,
  ErasureCompleted,
  ErasureFailed,
  ErasureVerified,
  KeysRemoved,
  SettlementStated,
  SettlementConfirmed,
  SettlementDisputed,
  SettlementDeemedAccepted,
  PayoutOrdered,
  PayoutConfirmed,
  PayoutFailed,
  PayoutReturned,
  PayoutAccountChanged,
  PayoutAccountVerified,
  ChargeRaised,
  ChargeDisputed,
  ChargeDetermined,
  ChargeMet,
  DepositDeducted,
  RefundOrdered,
  RefundConfirmed,
  RefundFailed,
  RefundReturned,
  ObligationCarriedOver,
  ObligationDischarged,
  UnbindingOrdered,
  UnbindingConfirmed,
  UnbindingFailed,
  OrderClaimed,
  OrderConfirmed,
  OrderFailed,
  OrderCancelled,
  RepresentativeAppointed,
  CounterpartyDeclaredUnreachable,
  DocumentAdded,
  NoteRecorded,
  NoticeSent,
  ActProposed,
])
