import { lifeStates } from '../../src/domain/index.ts'
import type { StoreQuery } from '../../src/runtime/store.ts'
import type { WorkQuery } from '../../src/runtime/work-rows.ts'
import { acquirers } from './templates.ts'

/** When everything is asked: some of what is open is overdue then. */
export const asOf = '2026-03-20T09:00:00.000Z'
const dueBefore = asOf

const [acquirerId] = acquirers
/** A life that every file has, in the middle of its story. */
const own = 'R00000-055'

const filters: Readonly<Record<string, StoreQuery>> = {
  acquirer: { acquirerId },
  merchant: { merchantId: 'M-R00000-55' },
  terminal: { terminalId: `T-${own}` },
  serial: { serial: `SN-${own}-0` },
  at: { at: asOf },
  state: { state: ['closing', 'held'] },
  application: { applicationId: `APP-${own}-0` },
  order: { orderId: `life-${own}/0/1` },
  paper: { documentId: 'DOC-LICENCE' },
  due: { dueBefore },
}

type Named<Query> = Readonly<Record<string, Query>>

/** Each filter alone, each two together, and none. */
function pairsOf<Query extends object>(parts: Named<Query>): Named<Query> {
  const names = Object.keys(parts)
  const pairs = names.flatMap((one, n) =>
    names.slice(n + 1).map((other) => [`${one} + ${other}`, { ...parts[one], ...parts[other] } as Query]),
  )
  return { nothing: {} as Query, ...parts, ...Object.fromEntries(pairs) }
}

export const finds: Named<StoreQuery> = pairsOf({
  ...filters,
  'every state': { state: lifeStates },
  'a rare state': { state: 'verifying' },
})

export const works: Named<Partial<WorkQuery>> = pairsOf<Partial<WorkQuery>>({
  owner: { owner: 'provider' },
  duty: { duties: ['warehouse'] },
  code: { codes: ['DEVICE_NOT_RETURNED', 'NO_STATEMENT'] },
  state: { states: ['closing', 'live'] },
  'a rare state': { states: ['verifying'] },
  due: { dueBefore: Date.parse(dueBefore) },
  merchant: { merchantId: 'M-R00000-55' },
  terminal: { terminalId: `T-${own}` },
})
