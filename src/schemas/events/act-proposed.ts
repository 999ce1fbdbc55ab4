import * as z from 'zod'
import { BackupWaived, DeviceDeclaredUnreadable, DeviceDeclaredUnreturned, LossAccepted } from './devices.ts'
import { HoldLifted, HoldReclassified } from './holds.ts'
import { ObligationCarriedOver, RefundOrdered, SettlementDeemedAccepted } from './money.ts'
import { CounterpartyDeclaredUnreachable, RepresentativeAppointed } from './orders.ts'

/** An act that a second person must propose first, as it will be sent. */
export type ProposableAct =
  | HoldReclassified
  | LossAccepted
  | DeviceDeclaredUnreadable
  | DeviceDeclaredUnreturned
  | BackupWaived
  | SettlementDeemedAccepted
  | RefundOrdered
  | ObligationCarriedOver
  | RepresentativeAppointed
  | CounterpartyDeclaredUnreachable
  | HoldLifted

export const ProposableAct: z.ZodType<ProposableAct, ProposableAct> = z.discriminatedUnion('type', [
  HoldReclassified,
  LossAccepted,
  DeviceDeclaredUnreadable,
  DeviceDeclaredUnreturned,
  BackupWaived,
  SettlementDeemedAccepted,
  RefundOrdered,
  ObligationCarriedOver,
  RepresentativeAppointed,
  CounterpartyDeclaredUnreachable,
  HoldLifted,
])

/**
 * First half of an act that needs two people: the whole act, so that the second person confirms exactly what the first
 * one wrote. It is remembered for 24 hours.
 */
export const ActProposed = z.strictObject({ type: z.literal('act.proposed'), act: ProposableAct })
export interface ActProposed extends z.output<typeof ActProposed> {}
