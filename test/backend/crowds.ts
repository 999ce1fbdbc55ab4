import type { DossierView } from '../../src/contract/index.ts'
import type { LifecycleContext, LifecycleRecord } from '../../src/machine/index.ts'
import type { portalOf } from './long-lives.ts'
import { goldenLife } from './recorded.ts'

type Portal = ReturnType<ReturnType<typeof portalOf>['as']>
type Asked = { lifecycleId: string; cursor?: string }
type Answer = { items: readonly object[]; nextCursor: string | null }
type Ask = (portal: Portal) => (asked: Asked) => Promise<Answer>

/** More than two pages. */
export const many = 450
const at = '2026-03-02T01:00:00.000Z'
const dispute = {
  amount: { amount: 1, currency: 'CNY' },
  dueAt: at,
  status: 'open',
  liability: null,
  carriedOver: false,
}
const request = {
  ...{ kind: 'support', serial: null, depositId: null, text: null, reason: null },
  ...{ madeBy: 'm1', madeAt: at, status: 'open' },
}

/** Ledgers, and what their items are called; a life that has some, or one item; and by what they are read. */
export const lists: readonly (readonly [keyof LifecycleContext, key: string, from: string | object, Ask])[] =
  [
    ['holds', 'holdId', 'maintenance', ({ getHolds }) => getHolds],
    ['devices', 'serial', 'closure', ({ getDevices }) => getDevices],
    ['charges', 'chargeId', 'closure', ({ getCharges }) => getCharges],
    ['deposits', 'depositId', 'closure', ({ getDeposits }) => getDeposits],
    ['disputes', 'caseId', dispute, ({ getDisputes }) => getDisputes],
    ['carriedOver', 'obligationId', 'silent', ({ getObligations }) => getObligations],
    ['documents', 'id', 'closure', ({ getDocuments }) => getDocuments],
    ['notes', 'id', 'third-party', ({ getNotes }) => getNotes],
    ['followUps', 'id', 'closure', ({ getFollowUps }) => getFollowUps],
    ['requests', 'requestId', request, ({ getRequests }) => getRequests],
    ['orders', 'orderId', 'closure', ({ getOrders }) => getOrders],
    ['orders', 'orderId', 'closure', ({ getNotices }) => getNotices],
    [
      'transactions',
      'ref',
      'closure',
      ({ getTransactions }) =>
        (asked) =>
          getTransactions({ ...asked, state: 'all' }),
    ],
  ]

/** So many items that differ in nothing but their names, and do not come in the order of these. */
const crowd = (item: object, key: string, prefix: string): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Array.from({ length: many }, (_, n) => {
      const id = `${prefix}${(n * 7) % many}`
      return [id, { ...item, [key]: id }]
    }),
  )

/** A life with so many items in one of its ledgers, and their names. */
export const crowded = async (ledger: keyof LifecycleContext, key: string, from: string | object) => {
  const life = await goldenLife(typeof from === 'string' ? from : 'closure')
  const { context } = life.record
  const known = Object.values(context[ledger] as Readonly<Record<string, { kind?: string }>>)
  const item = typeof from === 'string' ? (known.find(({ kind }) => kind === 'notify') ?? known[0]) : from
  const prefix = ledger === 'orders' ? `${life.record.lifecycleId}/1/` : 'item-'
  const items = crowd(item ?? {}, key, prefix)
  const record = { ...life.record, context: { ...context, [ledger]: items } } as LifecycleRecord
  return { life: { ...life, record }, names: Object.keys(items) }
}

/** What a dossier calls a ledger by another name than the record. */
const otherwise: Readonly<Partial<Record<keyof LifecycleContext, keyof DossierView>>> = {
  carriedOver: 'obligations',
  orders: 'notices',
}

/** Each list of a dossier: what was ordered is in none, but for what was said. */
export const inDossier = lists
  .filter(
    ([ledger], place) => ledger !== 'orders' || lists.findLastIndex(([one]) => one === ledger) === place,
  )
  .map((list) => [otherwise[list[0]] ?? (list[0] as keyof DossierView), list] as const)
