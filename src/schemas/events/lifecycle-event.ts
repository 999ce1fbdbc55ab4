import * as z from 'zod'
import { maskedReport } from '../../domain/index.ts'
import { type Reader, readOften } from '../forms/often.ts'
import { type AcceptanceEvent, acceptanceEvents } from './acceptance.ts'
import { type AccountEvent, accountEvents } from './account.ts'
import { type ActEvent, actEvents } from './acts.ts'
import { type AgentEvent, agentEvents } from './agents.ts'
import { type ApplicationEvent, applicationEvents } from './applications.ts'
import { type BindingEvent, bindingEvents } from './binding.ts'
import { type ChargeEvent, chargeEvents } from './charges.ts'
import { type ClosingEvent, closingEvents } from './closing.ts'
import { type DataEvent, dataEvents } from './data.ts'
import { type DepositEvent, depositEvents } from './deposits.ts'
import { type DeviceTestEvent, deviceTestEvents } from './device-test.ts'
import { type DeviceEvent, deviceEvents } from './devices.ts'
import { type DisputeEvent, disputeEvents } from './disputes.ts'
import { type HoldEvent, holdEvents } from './holds.ts'
import { type ImposedEvent, imposedEvents } from './imposed.ts'
import { type KeyEvent, keyEvents } from './keys.ts'
import { type NoteEvent, noteEvents } from './notes.ts'
import { type NoticeEvent, noticeEvents } from './notices.ts'
import { type ObligationEvent, obligationEvents } from './obligations.ts'
import { type OrderEvent, orderEvents } from './orders.ts'
import { type PaperEvent, paperEvents } from './papers.ts'
import { type PartyEvent, partyEvents } from './parties.ts'
import { type RequestEvent, requestEvents } from './requests.ts'
import { type SettlementEvent, settlementEvents } from './settlement.ts'
import { type TransactionEvent, transactionEvents } from './transactions.ts'

/** Everything that can be told to a terminal's record, as its sender writes it; who sent it and when is stamped on later. */
export type LifecycleEvent =
  | HoldEvent
  | ApplicationEvent
  | ImposedEvent
  | ClosingEvent
  | DeviceTestEvent
  | AcceptanceEvent
  | TransactionEvent
  | DisputeEvent
  | DeviceEvent
  | DataEvent
  | KeyEvent
  | SettlementEvent
  | AccountEvent
  | ChargeEvent
  | DepositEvent
  | ObligationEvent
  | BindingEvent
  | OrderEvent
  | RequestEvent
  | AgentEvent
  | PartyEvent
  | PaperEvent
  | NoteEvent
  | NoticeEvent
  | ActEvent

const anyEvent = z.discriminatedUnion('type', [
  ...holdEvents,
  ...applicationEvents,
  ...imposedEvents,
  ...closingEvents,
  ...deviceTestEvents,
  ...acceptanceEvents,
  ...transactionEvents,
  ...disputeEvents,
  ...deviceEvents,
  ...dataEvents,
  ...keyEvents,
  ...settlementEvents,
  ...accountEvents,
  ...chargeEvents,
  ...depositEvents,
  ...obligationEvents,
  ...bindingEvents,
  ...orderEvents,
  ...requestEvents,
  ...agentEvents,
  ...partyEvents,
  ...paperEvents,
  ...noteEvents,
  ...noticeEvents,
  ...actEvents,
])

const readers = new Map<unknown, Reader<LifecycleEvent>>()

/** Reads the events of one type, by the schema of that type alone. */
const readerFor = (type: unknown): Reader<LifecycleEvent> | undefined => {
  const known = readers.get(type)
  if (known !== undefined) return known
  const schema = anyEvent.options.find(({ shape }) => shape.type.value === type)
  if (schema === undefined) return undefined
  const reader = readOften(schema as z.ZodType as z.ZodType<LifecycleEvent>)
  readers.set(type, reader)
  return reader
}

/** Zod would wait for a promise, and throws where it may not: nobody awaited that one, and it is no event. */
const readable = (event: unknown): unknown => (event instanceof Promise ? null : maskedReport(event))

const told = z.preprocess(readable, anyEvent) as unknown as z.ZodType<LifecycleEvent, LifecycleEvent>

/** What is right is read by the schema of its type alone; all else by the whole, which says what is wrong. */
const readTold = (event: unknown) => {
  const masked = maskedReport(event) as { type?: unknown } | null | undefined
  const read = readerFor(masked?.type)?.(masked)
  return read?.success ? read.data : z.INVALID
}

/**
 * Strict: an unknown key is refused, above all one that looks like a secret. A number of a card or of a person, or a credential, is
 * refused by its path in a request; a report has happened, and is read with a mark in its place.
 *
 * @example LifecycleEvent.parse({ type: 'keys.removed', serial: '123-456-789', method: 'zeroised' })
 */
export const LifecycleEvent: z.ZodType<LifecycleEvent, LifecycleEvent> =
  // Zod before 4.6 takes no parser: there the whole reads everything.
  z.withParser === undefined ? told : z.withParser(told, readTold)
