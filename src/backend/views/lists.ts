import type { Page } from '../../contract/index.ts'
import type { LifecycleRecord } from '../../machine/index.ts'
import { devicesOf } from './devices.ts'
import { documentsOf } from './documents.ts'
import { holdsOf } from './holds.ts'
import { followUpsOf, notesOf, requestsOf } from './messages.ts'
import { chargesOf, depositsOf, disputesOf, obligationsOf } from './money.ts'
import { type Place, pageOf } from './page.ts'
import { transactionsOf } from './transactions.ts'

type ListOf<Item> = (record: LifecycleRecord, cursor?: string | undefined) => Page<Item>

const listed =
  <Item>(
    itemsOf: (record: LifecycleRecord) => readonly Item[],
    placeOf: (item: Item) => Place,
  ): ListOf<Item> =>
  (record, cursor) =>
    pageOf(itemsOf(record), placeOf, cursor)

// What happened comes in the order in which it did, everything else by its name.
const whenOf = (at: string, name: string): Place => [Date.parse(at), name]

export const holdsPage = listed(holdsOf, ({ startsAt, holdId }) => whenOf(startsAt, holdId))
export const devicesPage = listed(devicesOf, ({ serial }) => [serial])
export const transactionsPage = (wanted: 'open' | 'ended' | 'all' | undefined) =>
  listed(
    (record) => transactionsOf(record, wanted),
    ({ occurredAt, ref }) => whenOf(occurredAt, ref),
  )
export const chargesPage = listed(chargesOf, ({ chargeId }) => [chargeId])
export const depositsPage = listed(depositsOf, ({ depositId }) => [depositId])
export const disputesPage = listed(disputesOf, ({ dueAt, caseId }) => whenOf(dueAt, caseId))
export const obligationsPage = listed(obligationsOf, ({ obligationId }) => [obligationId])
export const documentsPage = listed(documentsOf, ({ id }) => [id])
export const notesPage = listed(notesOf, ({ at, id }) => whenOf(at, id))
export const followUpsPage = listed(followUpsOf, ({ id }) => [id])
export const requestsPage = listed(requestsOf, ({ madeAt, requestId }) => whenOf(madeAt, requestId))
