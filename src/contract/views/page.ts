import * as z from 'zod'
import { AnyReference } from '../../schemas/index.ts'
import { list } from '../wire.ts'
import { TerminalSummary } from './case.ts'
import { DeviceView } from './device.ts'
import { DocumentView } from './document.ts'
import { HoldView } from './hold.ts'
import { JournalItem } from './journal.ts'
import { FollowUpView, NoteView, NoticeView, RequestView } from './message.ts'
import { ChargeView, DepositView, DisputeView, ObligationView } from './money.ts'
import { OrderView } from './order.ts'
import { TransactionView } from './transaction.ts'
import { WorkView } from './work.ts'

/** Opaque place in a list: give it back to go on. */
const Cursor = AnyReference.min(1)

/** Part of a list; `nextCursor` is null on the last page. */
export interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

type PageSchema<Item> = z.ZodType<Page<Item>, Page<Item>>

const page = <Item>(item: z.ZodType<Item, Item>): PageSchema<Item> =>
  z.object({ items: list(item), nextCursor: Cursor.nullable() })

/** What every list takes that is read page by page. */
export const paged = z.strictObject({ cursor: Cursor.optional() })

export const TerminalPage: PageSchema<TerminalSummary> = page(TerminalSummary)
export const JournalPage: PageSchema<JournalItem> = page(JournalItem)
export const DocumentPage: PageSchema<DocumentView> = page(DocumentView)
export const HoldPage: PageSchema<HoldView> = page(HoldView)
export const DevicePage: PageSchema<DeviceView> = page(DeviceView)
export const TransactionPage: PageSchema<TransactionView> = page(TransactionView)
export const ChargePage: PageSchema<ChargeView> = page(ChargeView)
export const DepositPage: PageSchema<DepositView> = page(DepositView)
export const DisputePage: PageSchema<DisputeView> = page(DisputeView)
export const ObligationPage: PageSchema<ObligationView> = page(ObligationView)
export const NoticePage: PageSchema<NoticeView> = page(NoticeView)
export const NotePage: PageSchema<NoteView> = page(NoteView)
export const FollowUpPage: PageSchema<FollowUpView> = page(FollowUpView)
export const RequestPage: PageSchema<RequestView> = page(RequestView)
export const OrderPage: PageSchema<OrderView> = page(OrderView)
export const WorkPage: PageSchema<WorkView> = page(WorkView)
