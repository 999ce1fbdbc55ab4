import { describe, expect, it } from 'vitest'
import { memoryDeliveries } from '../../src/webhooks/index.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { playEach } from './outbox-nth-call.ts'

const open = () => sqliteDeliveries(':memory:')

describe('an outbox whose n-th call of its deliveries fails, each in turn', () => {
  it.each(['before', 'after'] as const)(
    'sends each change all the same: %s it is carried out',
    async (when) => {
      expect(await playEach(open, when)).toBeGreaterThan(20)
      expect(await playEach(memoryDeliveries, when)).toBeGreaterThan(20)
    },
  )
})
