import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CorruptRecordError } from '../../src/errors/index.ts'
import { type LifecycleRecord, migrate } from '../../src/machine/index.ts'
import { grown } from '../../src/machine/migrations/grown-2.ts'
import { approved, clearingParts, run } from '../support/closure.ts'
import { p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial } from '../support/samples.ts'

const folder = new URL('../golden/2/', import.meta.url)
const records = readdirSync(folder)
  .filter((name) => name.endsWith('.record.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LifecycleRecord)

/** As an earlier release of the same format wrote it. */
const earlier = (record: LifecycleRecord) => {
  const copy = structuredClone(record) as unknown as {
    context: { orders: Record<string, { params: object }> }
  }
  for (const order of Object.values(copy.context.orders)) Reflect.deleteProperty(order.params, 'method')
  return copy
}

describe('a record of format 2 that was written before the format grew', () => {
  it('is read, with what it does not say as it was meant', () => {
    const paying = records.filter((record) => JSON.stringify(record).includes('"method":"directTransfer"'))
    expect(paying.length).toBeGreaterThan(3)
    for (const record of paying) {
      expect(earlier(record)).not.toEqual(record)
      expect(migrate(earlier(record))).toEqual(record)
    }
  })

  it('is damaged where it is damaged', () => {
    const [record] = records
    expect(() => migrate({ ...record, context: { ...record?.context, orders: 7 } })).toThrow(
      CorruptRecordError,
    )
  })
})

describe('a charge for a damage, as format 2 had it first', () => {
  it('waits for a third person where nobody could tell its cause, and for nobody else', async () => {
    for (const cause of ['undetermined', 'human'] as const) {
      const world = openPlay()
      await run(world, approved, ...clearingParts.slice(0, -2))
      const damage = { cause, description: 'the screen is cracked' }
      await world.tell(p1, {
        type: 'device.inspected',
        serial,
        condition: 'damaged',
        accessories: [],
        damage,
      })
      const rests = { kind: 'damage', amount: cny(100), feeTableVersion: 'standard', serial } as const
      await world.tell(p1, { type: 'charge.raised', chargeId: 'charge-1', ...rests })
      const record = await world.record()
      expect(record.context.charges['charge-1']?.unassessed).toBe(cause === 'undetermined' || undefined)
      const first = structuredClone(record)
      Reflect.deleteProperty(first.context.charges['charge-1'] ?? {}, 'unassessed')
      expect(migrate(first)).toEqual(record)
    }
  })
})

describe('reports that were told, as format 2 had them first', () => {
  it('stand by the hour, and those without an end for good', () => {
    const flat = {
      'order.confirmed:a': { content: 'c', until: '2026-03-02T09:30:00+08:00', counted: true },
      'device.lost:b': { content: 'd', until: null, counted: false },
      'order.confirmed:c': { content: 'e', until: '2026-03-02T01:59:59Z', counted: false },
      'order.confirmed:d': { content: 'f', until: '2026-03-02T02:00:00Z', counted: true },
      'device.lost:e': { content: 'g', until: null, counted: true },
    }
    const { context } = grown({ format: 2, context: { orders: {}, told: flat } }) as { context: object }
    expect(context).toEqual({
      orders: {},
      told: {
        '2026-03-02T01': {
          'order.confirmed:a': { content: 'c', counted: true },
          'order.confirmed:c': { content: 'e', counted: false },
        },
        '2026-03-02T02': { 'order.confirmed:d': { content: 'f', counted: true } },
        always: {
          'device.lost:b': { content: 'd', counted: false },
          'device.lost:e': { content: 'g', counted: true },
        },
      },
    })
  })
})
