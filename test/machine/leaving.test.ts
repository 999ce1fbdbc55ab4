import { beforeAll, describe, expect, it } from 'vitest'
import { mostEnded, mostLifted } from '../../src/domain/index.ts'
import { openTransactions } from '../../src/machine/facts/transactions.ts'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { viewEntry } from '../../src/machine/questions/viewing-entries.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, readClosed, run } from '../support/closure.ts'
import { longLife } from '../support/long-life.ts'
import { m1, onlyAs, p1, sys } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { batch, cny, paper, serial, statusRead, terminal } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { answersAlike } from './leaving.ts'
import { startingPoints } from './walk.ts'

const { step } = createLifecycle()
type Sale = Extract<LifecycleEvent, { type: 'transaction.reported' }>
const sale = (ref: string, occurredAt: string, state: Sale['state'] = 'completed'): Sale => ({
  type: 'transaction.reported',
  ...{ ref, kind: 'sale', state, amount: cny(100), occurredAt, serial },
})
const placed = (holdId: string) =>
  ({ type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE', side: 'platform' }) as const
const sizeOf = async (world: World, name: 'transactions' | 'orders' | 'holds' | 'deadlines') =>
  Object.keys((await world.context())[name]).length

describe('what has ended', () => {
  it('is there in the answer that ends it, and has left in the next one', async () => {
    const world = openPlay()
    await world.tell(sys, sale('a', world.at(), 'authorised'))
    await world.tell(sys, sale('a', world.at()))
    expect((await world.context()).transactions.a?.state).toBe('completed')
    await world.tell(sys, sale('b', world.at()))
    expect(Object.keys((await world.context()).transactions)).toEqual(['b'])
  })

  it('stays while the terminal is given up, until the books close', async () => {
    const world = openPlay()
    await run(world, approved)
    for (const ref of ['a', 'b', 'c']) await world.tell(sys, sale(ref, world.at()))
    expect(await sizeOf(world, 'transactions')).toBe(3)
    await run(world, ...clearingParts, confirmed, readClosed)
    await world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'filed' })
    expect(await sizeOf(world, 'transactions')).toBe(0)
  })

  it('is no number of a batch as long as it is one of the newest: a device begins its round again behind them', async () => {
    const world = openPlay()
    const tell = async (n: number) => {
      await world.pass(1)
      return (await world.tell(sys, batch(world.at(), `batch-${n}`))).issues.map(({ code }) => code)
    }
    const numbers = Array.from({ length: mostEnded + 5 }, (_, place) => place + 1)
    for (const n of numbers) expect(await tell(n)).toEqual([])
    for (const n of numbers.slice(-mostEnded)) expect(await tell(n)).toEqual(['BATCH_MISMATCH'])
    expect((await world.context()).devices[serial]?.batches).toEqual(
      numbers.slice(-mostEnded).map((n) => `batch-${n}`),
    )
    for (const n of numbers.slice(0, 5)) expect(await tell(n)).toEqual([])
  })

  it('is no transaction that both sides have agreed on: others leave, it stays, and told again it is not open anew', async () => {
    const world = openPlay()
    const at = world.at()
    await world.tell(sys, sale('agreed', at, 'authorised'))
    const handled = { txnRef: 'agreed', handling: 'void' } as const
    await world.tell(p1, { type: 'resolution.proposed', ...handled })
    await world.tell(m1, { type: 'resolution.accepted', ...handled })
    for (const ref of ['a', 'b']) await world.tell(sys, sale(ref, world.at()))
    expect(Object.keys((await world.context()).transactions)).toEqual(['agreed', 'b'])
    await world.tell(sys, sale('agreed', at, 'pending'))
    const { transactions, deadlines } = await world.context()
    expect(transactions.agreed?.resolution).toMatchObject({ handling: 'void', accepted: true })
    expect(openTransactions(await world.context())).toEqual([])
    expect(deadlines['preAuthMax:agreed']?.status).not.toBe('running')
  })

  it('of issues hides none that an event has only now: its answer and its entry tell it', async () => {
    const world = openPlay()
    const said: number[] = []
    for (let n = 0; n < mostEnded + 10; n += 1) {
      const amount = { amount: 100, currency: 'USD' }
      const answer = await world.tell(sys, { ...sale(`foreign-${n}`, world.at()), amount })
      said.push(answer.issues.length, answer.entry?.issues.length ?? 0)
    }
    expect((await world.context()).issues.length).toBeLessThanOrEqual(mostEnded + 1)
    expect(new Set(said)).toEqual(new Set([1]))
  })

  it('of issues is the oldest: the newest stay, in their order', async () => {
    const world = openPlay()
    const lost = (n: number) =>
      world.tell(sys, {
        type: 'dispute.closed',
        ...{ caseId: `case-${n}`, outcome: 'lost', liability: 'provider' },
      })
    for (let n = 0; n < mostEnded + 10; n += 1) await lost(n)
    await world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'x' })
    const newest = Array.from({ length: mostEnded }, (_, n) => `case-${n + 10}`)
    expect((await world.context()).issues.map(({ ref }) => ref)).toEqual(newest)
  })

  it('settled after the closure began what was told as taken before: no money has moved, and no statement is outdated', async () => {
    const world = openPlay()
    const at = world.at()
    await world.tell(sys, sale('a', at))
    await run(world, approved, ...clearingParts.slice(0, 6))
    await world.tell(sys, { type: 'settlement.stated', statementId: 's', upTo: world.at(), net: cny(100) })
    await world.tell(sys, sale('a', at, 'settled'))
    expect((await world.context()).closing?.statement?.stale).toBe(false)
    // in another amount it has
    await world.tell(sys, { ...sale('a', at, 'settled'), amount: cny(90) })
    expect((await world.context()).closing?.statement?.stale).toBe(true)
  })

  it('of a sale told late says nothing of the keys that were taken out since', async () => {
    const world = openPlay(terminal({ holds: [] }))
    const [early, late] = [world.at(), world.at()]
    await world.tell(sys, sale('late', late))
    await world.tell(sys, { type: 'keys.removed', serial, method: 'revokedAtHost' })
    const before = (await world.context()).devices[serial]
    expect(before?.keysRevokedAt).not.toBeNull()
    await world.tell(sys, sale('early', early))
    const after = (await world.context()).devices[serial]
    expect([after?.keys, after?.keysRevokedAt]).toEqual([before?.keys, before?.keysRevokedAt])
  })

  it.each([
    ['taken out', { keys: 'zeroised', lastTransactionAt: '2026-02-20T09:00:00+08:00' }],
    ['revoked', { keysRevokedAt: '2026-02-20T09:00:00+08:00' }],
  ] as const)(
    'of an old sale says nothing of keys that had been %s when the life was taken over',
    async (_, known) => {
      const device = { serial, owner: 'provider', tenancy: 'sole', ...known } as const
      const world = openPlay(terminal({ devices: [device] }))
      const keysNow = async () => {
        const { keys, keysRevokedAt } = (await world.context()).devices[serial] ?? {}
        return { keys, keysRevokedAt }
      }
      const before = await keysNow()
      await world.tell(sys, sale('old', '2026-02-20T08:00:00+08:00'))
      expect(await keysNow()).toEqual(before)
      // who sells today has them
      await world.tell(sys, sale('new', world.at()))
      expect(await keysNow()).toEqual({ keys: 'loaded', keysRevokedAt: null })
    },
  )

  it('is known by its name: an order that has left is told of in vain, and asked for in vain', async () => {
    const world = openPlay()
    await world.tell(p1, placed('h'))
    const order = Object.values((await world.context()).orders).find(({ kind }) => kind === 'openTicket')
    const orderId = order?.orderId ?? ''
    await world.tell(sys, { type: 'order.confirmed', orderId })
    await world.pass(0.1)
    await world.tell(sys, statusRead('off', world.at()))
    expect((await world.context()).orders[orderId]).toBeUndefined()
    for (const event of [
      { type: 'order.confirmed', orderId },
      { type: 'order.failed', orderId, code: 'REFUSED', retryable: false },
      { type: 'answer.refused', orderId, codes: ['X'] },
    ] as const)
      expect(await world.tell(sys, event)).toMatchObject({ noop: true, issues: [] })
    await world.refuse(p1, { type: 'order.repeated', orderId }, 'ORDER_ENDED')
    await world.refuse(p1, { type: 'order.cancelled', orderId, reason: 'not needed' }, 'ORDER_ENDED')
    const never = orderId.replace(/\d+\/\d+$/, '999/0')
    await world.refuse(p1, { type: 'order.cancelled', orderId: never, reason: 'not needed' }, 'ORDER_UNKNOWN')
  })

  it('keeps its name where it is a hold: none is given twice, and whoever reads the journal still finds it', async () => {
    const world = openPlay()
    for (let place = 0; place < mostLifted + 3; place += 1) {
      await world.tell(p1, placed(`h-${place}`))
      await world.tell(p1, { type: 'hold.lifted', holdId: `h-${place}` })
    }
    await world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'x' })
    expect(await sizeOf(world, 'holds')).toBe(mostLifted)
    expect((await world.context()).endedHolds).toEqual(['h-0', 'h-1', 'h-2'])
    await world.refuse(p1, placed('h-0'), 'REFERENCE_IN_USE')
    await world.refuse(p1, { type: 'hold.lifted', holdId: 'h-0' }, 'HOLD_ENDED')
    await world.refuse(p1, { type: 'hold.lifted', holdId: 'never' }, 'HOLD_UNKNOWN')
    const shown = viewEntry(await world.record(), 'merchant')
    const types = world.entries.flatMap((entry) => {
      const { cause } = shown(entry) ?? {}
      return cause && 'type' in cause && cause.type === 'hold.placed' ? [cause.holdId] : []
    })
    expect(types).toContain('h-0')
  })

  it('stays where it is a hold on evidence: the same paper begins no second one', async () => {
    const world = openPlay()
    const risk = onlyAs(p1, 'risk')
    const document = paper('dispute_evidence', 'evidence-1', { hold: true, caseId: 'case-1' })
    const [outcome, liability] = ['won', 'provider'] as const
    const dueAt = '2026-09-01T00:00:00+08:00'
    await world.tell(sys, { type: 'dispute.opened', caseId: 'case-1', amount: cny(100), dueAt })
    await world.tell(risk, { type: 'document.added', document })
    await world.tell(sys, { type: 'dispute.closed', caseId: 'case-1', outcome, liability })
    for (let place = 0; place < mostLifted + 3; place += 1) {
      await world.tell(p1, placed(`h-${place}`))
      await world.tell(p1, { type: 'hold.lifted', holdId: `h-${place}` })
    }
    await world.tell(risk, { type: 'document.added', document })
    const held = Object.values((await world.context()).holds).filter(({ evidence }) => evidence !== undefined)
    expect(held).toMatchObject([{ status: 'lifted', evidence: { documentId: 'evidence-1' } }])
  })

  it('stays where it is a hold that nobody must know of: else the journal would tell of it', async () => {
    const world = openPlay()
    const secret = { ...placed('secret'), disclosure: 'hidden', words: 'watched since spring' } as const
    await world.tell(p1, secret)
    await world.tell(p1, { type: 'hold.lifted', holdId: 'secret' })
    for (let place = 0; place < mostLifted + 3; place += 1) {
      await world.tell(p1, placed(`h-${place}`))
      await world.tell(p1, { type: 'hold.lifted', holdId: `h-${place}` })
    }
    await world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'x' })
    const { holds, endedHolds } = await world.context()
    expect([Object.keys(holds).includes('secret'), endedHolds?.includes('secret')]).toEqual([true, false])
    for (const viewer of ['merchant', 'serviceProvider'] as const) {
      const shown = viewEntry(await world.record(), viewer)
      const read = JSON.stringify(world.entries.map(shown))
      expect(read).toContain('h-0')
      expect(read).not.toMatch(/secret|watched/)
    }
  })
})

describe('every answer', () => {
  let starts: LifecycleRecord[]
  beforeAll(async () => {
    starts = await startingPoints()
  })

  it('is the same as of a record that keeps what has ended', () => {
    const { found, accepted, smaller } = answersAlike(starts, 2_027, 600)
    expect(found).toEqual([])
    expect(accepted).toBeGreaterThan(60)
    expect(smaller).toBeGreaterThan(accepted / 4)
  })
})

describe('a terminal that sells for long', () => {
  it('has a small record at every moment, is closed to its end, and knows in its window what is told again', async () => {
    let largest = 0
    const life = longLife(({ context, ...record }) => {
      if (record.version % 20 === 0)
        largest = Math.max(largest, JSON.stringify({ ...record, context: { ...context, told: {} } }).length)
    })
    await life.live(250, 1)
    expect(life.ended()).toBeGreaterThan(200)
    expect(largest).toBeLessThan(64_000)
    const record = await life.world.record()
    for (const event of life.sales.slice(-4)) {
      const again = step(record, { commandId: 'again', at: record.at, actor: sys, event })
      expect(again).toMatchObject({ accepted: true, noop: true })
    }
    expect(Object.keys(record.context.issues).length).toBeLessThanOrEqual(mostEnded + 1)
  })
})
