import * as z from 'zod'
import { list } from '../wire.ts'
import { TerminalSummary } from './case.ts'
import { DocumentView } from './document.ts'
import { JournalItem } from './journal.ts'

/** Opaque place in a list: give it back to go on. */
export const Cursor = z.string().min(1).max(2_000)

/** Part of a list; `nextCursor` is null on the last page. */
export interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

const page = <Item>(item: z.ZodType<Item, Item>): z.ZodType<Page<Item>, Page<Item>> =>
  z.object({ items: list(item), nextCursor: Cursor.nullable() })

/** What every list takes that is read page by page. */
export const paged = z.strictObject({ cursor: Cursor.optional() })

export const TerminalPage = page(TerminalSummary)
export const JournalPage = page(JournalItem)
export const DocumentPage = page(DocumentView)
