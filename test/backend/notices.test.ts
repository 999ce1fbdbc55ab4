import { describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/index.ts'
import { createLifecycle, viewRecord } from '../../src/machine/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { portalOver } from './portal.ts'
import { goldenLife, peopleOf, type Recorded, runtimeWith } from './recorded.ts'

const noticesOf = async (life: Recorded) => {
  const { as } = portalOver(runtimeWith(life), peopleOf(life.record), describeNotice)
  return (await as('m1').getNotices({ lifecycleId: life.record.lifecycleId })).items
}

describe('a notice is read as it was sent', () => {
  it('when the money that it spoke of has long been paid', async () => {
    const notices = await noticesOf(await goldenLife('closure'))
    const deducted = notices.filter(({ template }) => template === 'deposit_deducted')
    const lefts = deducted.map(({ words }) => words?.en?.body.match(/Left: (\S+)\./)?.[1])
    expect(lefts).toEqual(['¥1,940.00', '¥1,680.00'])
    const [charged] = notices.filter(({ template }) => template === 'charge_raised')
    expect(charged?.words?.en?.body).toContain('object by 23 March 2026')
  })

  it.each(['closure', 'damaged', 'imposed', 'reinstatement', 'stolen', 'third-party'])(
    'all through the life of the case "%s", in both languages',
    async (name) => {
      const life = await goldenLife(name)
      const { fold } = createLifecycle({ policy: life.record.context.policy })
      const notices = await noticesOf(life)
      expect(notices.length).toBeGreaterThan(0)
      for (const { orderId, words } of notices) {
        const place = life.entries.findIndex(({ orderIds }) => orderIds.includes(orderId))
        const record = viewRecord(fold(life.entries.slice(0, place + 1)), 'merchant')
        const order = record.context.orders[orderId]
        if (order?.kind !== 'notify') throw new Error(`${orderId} is no notice`)
        for (const locale of locales) {
          const { subject, body } = describeNotice(order.params, record, locale)
          expect(words?.[locale]).toEqual({ subject, body })
        }
      }
    },
  )
})

it('of each notice that is over, it is told when: what stands in the journal, whatever ended after it', async () => {
  for (const name of ['closure', 'third-party']) {
    const life = await goldenLife(name)
    const { as } = portalOver(runtimeWith(life), peopleOf(life.record), describeNotice)
    const { items } = await as('m1').getNotices({ lifecycleId: life.record.lifecycleId })
    const ends = new Map<string, string>()
    for (const { cause, at } of life.entries) {
      const { type, orderId } = cause as { type?: string; orderId?: string }
      if (orderId !== undefined && /^(notice\.sent|order\.(confirmed|failed|cancelled))$/.test(type ?? ''))
        ends.set(orderId, at)
    }
    expect(items.filter(({ status }) => status !== 'waiting').length, name).toBeGreaterThan(1)
    for (const { orderId, status, endedAt } of items)
      expect({ orderId, endedAt }).toEqual({
        orderId,
        endedAt: status === 'waiting' ? null : (ends.get(orderId) ?? null),
      })
  }
})
