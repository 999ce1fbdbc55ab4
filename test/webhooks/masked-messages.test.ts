import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import { verifyWebhook } from '../../src/webhooks/index.ts'
import { secrets } from '../support/secrets.ts'
import { clock, hmacKey, keysRemoved, signed } from './kit.ts'
import { lifeWithInbox } from './life.ts'
import { endpoint, outboxRig } from './outbox-rig.ts'

const kinds = Object.values(secrets)
const [secret = '', other = ''] = kinds

const verified = async (message: Awaited<ReturnType<typeof signed>>, seen: string[] = []) => {
  const replay = { seen: async (id: string) => seen.push(id) < 0 }
  const read = await verifyWebhook(message, { keys: [hmacKey], clock, replay })
  return read.ok ? read : expect.fail(read.code)
}
const disputed = (caseId: string) => ({
  type: 'dispute.opened',
  timestamp: keysRemoved.timestamp,
  data: {
    lifecycleId: 'life-1',
    caseId,
    amount: { amount: 5_000, currency: 'CNY' },
    dueAt: '2027-01-01T00:00:00Z',
  },
})

describe('a webhook that holds a secret', () => {
  test('in its id is known by a mark from the moment its signature fits [C-01]', async () => {
    const seen: string[] = []
    const message = await verified(await signed({ id: `evt_${secret}` }), seen)
    expect(message.id).toMatch(/^evt_masked-[0-9a-f]{6}-[a-p]{16}$/)
    expect(seen).toEqual([message.id])
    const another = await verified(await signed({ id: `evt_${other}` }))
    expect(another.id).not.toBe(message.id)
  })

  // two numbers that fall together in 24 bits
  test('in its id is another one than a message with other content, also where their marks are the same', async () => {
    const ids = ['4981327232534091303', '4981327232596951196']
    const [one, two] = await Promise.all(
      ids.map(async (id, place) =>
        verified(await signed({ id, text: JSON.stringify(disputed(`case-${place}`)) })),
      ),
    )
    expect(one?.id.slice(0, 13)).toBe(two?.id.slice(0, 13))
    expect(one?.id).not.toBe(two?.id)
    const again = await verified(
      await signed({ id: '4981327232534091303', text: JSON.stringify(disputed('case-0')) }),
    )
    expect(again.id).toBe(one?.id)
  })

  test('in its data is kept by the inbox, once, with a mark; another number is another report [C-01]', async () => {
    const { inbox, journal, record } = await lifeWithInbox()
    for (const [id, caseId] of [
      [`evt_${secret}`, secret],
      [`evt_${secret}`, secret],
      ['evt_3', secret],
      ['evt_4', other],
    ] as const) {
      const text = JSON.stringify(disputed(caseId))
      const receipt = await inbox.receive(await verified(await signed({ text, id })))
      expect(receipt.ok).toBe(true)
    }
    const kept = await record()
    expect(Object.keys(kept?.context.disputes ?? {})).toHaveLength(2)
    const stored = JSON.stringify([kept, await journal()])
    for (const one of kinds) expect(stored).not.toContain(one)
    expect(kept?.context.issues.map(({ code }) => code)).toEqual(['REFERENCE_MASKED', 'REFERENCE_MASKED'])
  })

  test.each([
    ['/endpoints/0/id', { id: `portal-${secret}` }],
    ['/endpoints/0/url', { url: `https://portal.example.com/${secret}` }],
    ['/endpoints/0/url', { url: `https://portal.example.com/hooks?of=${other}` }],
    ['/endpoints/0/url', { url: `https://portal.example.com/hooks?of=%34${'111111111111111'}` }],
  ])('is sent from no endpoint at %s [C-01]', async (path, differs) => {
    const { make } = await outboxRig()
    try {
      make({ endpoints: [endpoint(differs)] })
      expect.fail('it was taken')
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidInputError)
      expect((error as InvalidInputError).issues.map((issue) => issue.path)).toEqual([path])
      expect(JSON.stringify(error) + String(error)).not.toContain(secret)
    }
  })
})
