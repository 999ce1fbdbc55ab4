import * as z from 'zod'
import { ReadingAccepted } from './acceptance.ts'
import { ChargeWaived } from './charges.ts'
import { BackupWaived } from './data.ts'
import { RefundOrdered } from './deposits.ts'
import {
  DeviceDeclaredUnreadable,
  DeviceDeclaredUnreturned,
  DeviceReplaced,
  LossAccepted,
  ReturnAuthorised,
} from './devices.ts'
import { HoldLifted, HoldReclassified } from './holds.ts'
import { ObligationCarriedOver } from './obligations.ts'
import { CounterpartyDeclaredUnreachable, RepresentativeAppointed } from './parties.ts'
import { SettlementDeemedAccepted } from './settlement.ts'
import { BatchClosedByHost } from './transactions.ts'

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
  | ChargeWaived
  | ReadingAccepted
  | BatchClosedByHost
  | ReturnAuthorised
  | DeviceReplaced

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
  ChargeWaived,
  ReadingAccepted,
  BatchClosedByHost,
  ReturnAuthorised,
  DeviceReplaced,
])

/**
 * First half of an act that needs two people: the whole act, so that the second person confirms exactly what the first
 * one wrote. It is remembered for 24 hours.
 */
export const ActProposed = z.strictObject({ type: z.literal('act.proposed'), act: ProposableAct })
export interface ActProposed extends z.output<typeof ActProposed> {}

export const actEvents = [ActProposed] as const
export type ActEvent = ActProposed
