import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { signWebhook } from '../../src/webhooks/index.ts'
import { messageOf } from '../../src/webhooks/outbox/message.ts'
import { note } from '../runtime/rig.ts'
import { m1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { hmacKey, otherHmacKey } from './kit.ts'
import { endpoint, outboxRig, places, status } from './outbox-rig.ts'

const stranger: Actor = { ...p1, organisationId: 'acquirer-2', acquirerId: 'acquirer-2' }

describe('an outbox', () => {
  it('sends each change once, in order, and goes on where it stopped', async () => {
    const { outbox, make, tell, posted } = await outboxRig()
    await tell(note('a'))
    expect(await outbox.drain()).toEqual({ delivered: 2, failed: 0 })
    expect(await outbox.drain()).toEqual({ delivered: 0, failed: 0 })
    await tell(note('b'))
    await make().drain()
    expect(places(posted)).toEqual(['life-1/0', 'life-1/1', 'life-1/2'])
    expect(posted.map(({ type }) => type)).toEqual(['opened', 'note.recorded', 'note.recorded'])
    expect(posted[1]?.data.event).toEqual(note('a'))
  })

  it('signs so that another library takes it, with each key during a change of keys', async () => {
    const { outbox, posted } = await outboxRig({
      endpoints: [endpoint({ secrets: () => [otherHmacKey, hmacKey] })],
    })
    await outbox.drain()
    const [first] = posted
    if (!first) throw new Error('nothing was sent')
    const { id, at, body, headers } = first
    const timestamp = Math.floor(at / 1_000)
    expect(headers).toEqual({
      ...(await signWebhook({ id, timestamp, body }, [otherHmacKey, hmacKey])),
      'content-type': 'application/json',
    })
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2)
    const content = `v1,${new Webhook(hmacKey).sign(id, new Date(at), body).slice(3)}`
    expect(headers['webhook-signature']).toContain(content)
  })

  it('sends under one id whatever the attempt, the process and the planner', async () => {
    let isDown = true
    const { make, outbox, advance, posted } = await outboxRig({ answer: () => status(isDown ? 500 : 200) })
    await outbox.drain()
    await advance(5_500)
    isDown = false
    await make({ worker: 'w2' }).drain()
    await make().redeliver('portal', { from: null })
    await make().drain()
    expect(places(posted)).toEqual(['life-1/0', 'life-1/0', 'life-1/0'])
    expect(new Set(posted.map(({ id }) => id)).size).toBe(1)
    expect(posted[0]?.id).toMatch(/^chg_[0-9a-f]{64}$/)
  })

  it('shows each subscriber what its role may see, and a stranger nothing', async () => {
    const { outbox, tell, posted } = await outboxRig({
      endpoints: [
        endpoint(),
        endpoint({ id: 'merchant', url: 'https://merchant.example.com/', actor: m1 }),
        endpoint({ id: 'stranger', url: 'https://stranger.example.com/', actor: stranger }),
      ],
    })
    await tell(note('for the house'))
    await tell({ ...note('for the merchant'), visibility: 'merchant' } as never)
    await outbox.drain()
    const bodies = (url: string) => posted.filter((one) => one.url === url).map(({ body }) => body)
    expect(bodies('https://portal.example.com/hooks')).toHaveLength(3)
    expect(bodies('https://merchant.example.com/').join()).toContain('for the merchant')
    expect(bodies('https://merchant.example.com/').join()).not.toContain('for the house')
    expect(bodies('https://stranger.example.com/')).toEqual([])
  })

  it('sends only the types that are wanted, and reads the others once', async () => {
    const { outbox, deliveries, tell, posted } = await outboxRig({
      endpoints: [endpoint({ eventTypes: ['note.recorded'] })],
    })
    await outbox.drain()
    expect((await deliveries.standing('portal')).cursor).toMatch(/^life-1\/0\./)
    await tell(note('a'))
    await outbox.drain()
    expect(places(posted)).toEqual(['life-1/1'])
  })

  it('leaves the rest to the runtime while too much waits for an endpoint', async () => {
    let isDown = true
    const { outbox, runtime, deliveries, advance, posted } = await outboxRig({
      mostWaiting: 3,
      answer: () => status(isDown ? 500 : 200),
    })
    await runtime.openAll(
      ['a', 'b', 'c', 'd', 'e'].map((id) => ({ input: terminal({ lifecycleId: id, terminalId: id }) })),
    )
    await outbox.drain()
    expect(await deliveries.standing('portal')).toMatchObject({
      waiting: 3,
      cursor: expect.stringMatching(/^b\/0\./),
    })
    isDown = false
    await advance(10_000)
    await outbox.drain()
    expect(new Set(places(posted))).toEqual(new Set(['life-1/0', 'a/0', 'b/0', 'c/0', 'd/0', 'e/0']))
  })
})

describe('a message', () => {
  const change = (text: string) => ({
    ...{ cursor: 'life-1/1', lifecycleId: 'life-1', version: 1 },
    entry: { at: '2026-03-02T10:00:00Z', cause: { ...note(text), by: p1, at: 'x', seq: 1 } } as never,
  })

  it('leaves the event out where it would be too long, and says so', async () => {
    const lengthOf = async (text: string) => (await messageOf(change(text))).body.length
    const room = 19_999 - (await lengthOf(''))
    expect(await lengthOf('x'.repeat(room))).toBe(19_999)
    const { body, type } = await messageOf(change('x'.repeat(room + 1)))
    expect(type).toBe('note.recorded')
    expect(JSON.parse(body)).toEqual({
      ...{ type: 'note.recorded', timestamp: '2026-03-02T10:00:00Z' },
      data: { lifecycleId: 'life-1', version: 1, eventLeftOut: 'TOO_LONG' },
    })
    // 7 000 characters of three bytes each.
    expect((await messageOf(change('停'.repeat(7_000)))).body).toContain('TOO_LONG')
  })
})
