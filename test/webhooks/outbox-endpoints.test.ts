import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import type { Runtime } from '../../src/runtime/index.ts'
import { createOutbox, type Endpoint, memoryDeliveries } from '../../src/webhooks/index.ts'
import { cardNumber, randomFrom } from '../domain/card-numbers.ts'
import { note } from '../runtime/rig.ts'
import { terminal } from '../support/samples.ts'
import { hostileUrls } from './hostile-urls.ts'
import { hmacKey } from './kit.ts'
import { endpoint, outboxRig, places, status } from './outbox-rig.ts'

const [hour, day] = [3_600_000, 86_400_000]

describe('an endpoint', () => {
  it('is disabled at once where its receiver says that it is gone, and goes on where it stopped', async () => {
    let isGone = true
    const { outbox, tell, advance, posted, told } = await outboxRig({
      answer: () => status(isGone ? 410 : 200),
    })
    await outbox.drain()
    expect(told.disabled).toEqual([{ endpointId: 'portal', reason: 'gone' }])
    await tell(note('a'))
    await advance(day)
    await outbox.drain()
    expect(posted).toHaveLength(1)
    expect(await outbox.health()).toMatchObject({ endpoints: [{ disabled: 'gone', waiting: 1 }] })
    isGone = false
    await outbox.enable('portal')
    await outbox.drain()
    expect(places(posted)).toEqual(['life-1/0', 'life-1/0', 'life-1/1'])
    expect(await outbox.health()).toMatchObject({ endpoints: [{ disabled: null, waiting: 0 }] })
  })

  it('is disabled after five days of nothing but failures, and somebody is told once', async () => {
    const { outbox, tell, advance, told } = await outboxRig({ answer: () => status(500) })
    let noticed = 0
    for (let hours = 0; hours < 132; hours += 6) {
      // Something new every day, so that there is always something to be tried.
      if (hours % 24 === 0) await tell(note(`${hours}`))
      await outbox.drain()
      await advance(6 * hour)
      if (told.disabled.length > 0) noticed ||= hours
    }
    expect(told.disabled).toEqual([{ endpointId: 'portal', reason: 'failing' }])
    expect(noticed).toBeGreaterThanOrEqual(114)
    expect(await outbox.health()).toMatchObject({ endpoints: [{ disabled: 'failing' }] })
  })

  it('is disabled where the change to go on behind is not on record, and goes on from where it is told to', async () => {
    const { outbox, tell, deliveries, posted, told } = await outboxRig()
    await outbox.drain()
    // as after a purge, or where the records are those of an older back-up
    await deliveries.rewind('portal', 'life-1/7')
    await tell(note('a'))
    await outbox.drain()
    await outbox.drain()
    expect(places(posted)).toEqual(['life-1/0'])
    expect(told.disabled).toEqual([{ endpointId: 'portal', reason: 'lost' }])
    expect(await outbox.health()).toMatchObject({ endpoints: [{ disabled: 'lost' }] })
    await outbox.enable('portal')
    await outbox.drain()
    expect(told.disabled).toHaveLength(2)
    await outbox.redeliver('portal', { from: 'life-1/0' })
    await outbox.enable('portal')
    await outbox.drain()
    expect(places(posted)).toEqual(['life-1/0', 'life-1/1'])
    expect(await outbox.health()).toMatchObject({ endpoints: [{ disabled: null }] })
  })

  it('is not disabled by a store in trouble, and goes on when that is over', async () => {
    const made = await outboxRig()
    let isDown = true
    const changes: Runtime['changes'] = (...asked) => {
      if (isDown) throw new StoreError('unavailable')
      return made.runtime.changes(...asked)
    }
    const outbox = made.make({ runtime: { ...made.runtime, changes } })
    await expect(outbox.drain()).rejects.toMatchObject({ code: 'STORE_FAILED' })
    expect([made.told.disabled, made.posted]).toEqual([[], []])
    isDown = false
    await outbox.drain()
    expect(places(made.posted)).toEqual(['life-1/0'])
  })

  it('is not disabled while anything gets through', async () => {
    const { outbox, tell, advance, told } = await outboxRig({
      answer: ({ data }) => status(data.version % 2 === 0 ? 200 : 500),
    })
    for (let days = 0; days < 10; days += 1) {
      await tell(note(`${days}`))
      await outbox.drain()
      await advance(day)
    }
    expect(told.disabled).toEqual([])
  })

  it('that was disabled is not told of twice, whatever else comes back', async () => {
    const { outbox, runtime, told } = await outboxRig({ answer: () => status(410) })
    const inputs = ['a', 'b', 'c'].map((id) => ({ lifecycleId: id, terminalId: id }))
    await runtime.openAll(inputs.map((input) => ({ input: terminal(input) })))
    await outbox.drain()
    expect(told.disabled).toEqual([{ endpointId: 'portal', reason: 'gone' }])
  })

  it('is refused by place where it is wrong, and neither URL nor key is repeated', async () => {
    const { runtime, transport, environment } = await outboxRig()
    const making = (...endpoints: readonly Endpoint[]) => {
      try {
        return createOutbox({ runtime, transport, environment, endpoints, deliveries: memoryDeliveries() })
      } catch (error) {
        return error as Error & { issues: unknown }
      }
    }
    const card = cardNumber(randomFrom(3))
    const secret = 'whsec_dG9vLXNob3J0LXRvLWJlLWdvb2Q='
    const refused = making(
      endpoint({ url: 'https://127.0.0.1/hook?token=hunter2' }),
      endpoint({ secrets: [hmacKey, secret] }),
      endpoint({ id: 'with blank', secrets: [] }),
      endpoint({ id: 'port', url: 'https://portal.example.com:8443/' }),
      endpoint({ id: card }),
    )
    expect(refused).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [
        { path: '/endpoints/0/url', code: 'URL_IP_LITERAL' },
        { path: '/endpoints/1/id', code: 'NOT_UNIQUE' },
        { path: '/endpoints/1/secrets/1', code: 'INVALID_FORMAT' },
        { path: '/endpoints/2/id', code: 'INVALID_FORMAT' },
        { path: '/endpoints/2/secrets', code: 'TOO_FEW' },
        { path: '/endpoints/3/url', code: 'URL_PORT' },
        { path: '/endpoints/4/id', code: 'PAN_IN_TEXT' },
      ],
    })
    const printed = `${refused} ${JSON.stringify(refused)} ${'stack' in refused ? refused.stack : ''}`
    for (const text of ['hunter2', secret, hmacKey, card]) expect(printed).not.toContain(text)
  })

  it('is refused with the number of a card in its URL, in whatever spelling, and may have a token of its own', async () => {
    const { runtime, transport, environment } = await outboxRig()
    const card = cardNumber(randomFrom(7))
    const spelt = [...card].map((digit) => `%3${digit}`).join('')
    const make = (part: string) => () => {
      const endpoints = [endpoint({ url: `https://portal.example.com/hooks/${part}` })]
      createOutbox({ runtime, transport, environment, endpoints, deliveries: memoryDeliveries() })
    }
    const issues = [{ path: '/endpoints/0/url', code: 'PAN_IN_TEXT' }]
    for (const part of [card, spelt]) expect(make(part)).toThrow(expect.objectContaining({ issues }))
    expect(make(`?token=${hmacKey}`)).not.toThrow()
  })

  it('is refused under the code that the judge of callback URLs gives, each by its place', async () => {
    const { runtime, transport, environment } = await outboxRig()
    const bad = Object.entries(hostileUrls).flatMap(([code, given]) => given.map((url) => ({ code, url })))
    const endpoints = bad.map(({ url }, place) => endpoint({ id: `portal-${place}`, url }))
    const make = () =>
      createOutbox({ runtime, transport, environment, endpoints, deliveries: memoryDeliveries() })
    const issues = bad.map(({ code }, place) => ({ path: `/endpoints/${place}/url`, code }))
    expect(make).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', issues }))
  })

  it('that nobody knows is neither enabled nor sent anything again, and a foreign cursor is refused', async () => {
    const { outbox } = await outboxRig()
    const unknown = { issues: [{ path: '/endpointId', code: 'ENDPOINT_UNKNOWN' }] }
    await expect(outbox.enable('other')).rejects.toMatchObject(unknown)
    await expect(outbox.redeliver('other', { from: null })).rejects.toMatchObject(unknown)
    await expect(outbox.redeliver('portal', { from: 'life-9/3' })).rejects.toMatchObject({
      issues: [{ path: '/after', code: 'CURSOR_UNKNOWN' }],
    })
  })
})

describe('the health of an outbox', () => {
  it('tells what waits longest and why, and repeats neither URL nor key nor message', async () => {
    const { outbox, tell, advance } = await outboxRig({
      answer: () => status(503),
      endpoints: [endpoint({ url: 'https://portal.example.com/hooks?token=hunter2' })],
    })
    await tell(note('words of a person'))
    await outbox.drain()
    await advance(1_000)
    const health = await outbox.health()
    expect(health).toEqual({
      reachable: true,
      endpoints: [
        {
          ...{ endpointId: 'portal', disabled: null, failingForMs: 1_000, waiting: 2, givenUp: 0 },
          oldest: { lifecycleId: 'life-1', version: 0, ageMs: 1_000, failures: 1, lastFailure: 'HTTP_503' },
        },
      ],
    })
  })
})
