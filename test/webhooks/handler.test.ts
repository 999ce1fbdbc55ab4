import { createServer } from 'node:http'
import express from 'express'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { listen } from '../../src/server/node.ts'
import { memoryReplays, type VerifiedWebhook, webhookHandler } from '../../src/webhooks/index.ts'
import { webhookListener } from '../../src/webhooks/node.ts'
import { body, clock, clockAt, hmacKey, sentAt, signed } from './kit.ts'

type Options = Parameters<typeof webhookHandler>[0]
interface Served {
  readonly url: string
  close(): Promise<unknown>
}

const servers: Served[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const onNode = async (listener: Parameters<typeof createServer>[1]): Promise<Served> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/webhooks`, close }
}

const onHono = (options: Options) => {
  const handler = webhookHandler(options)
  return new Hono().post('/webhooks', (context) => handler(context.req.raw)).fetch
}

const hosts: Readonly<Record<string, (options: Options) => Promise<Served>>> = {
  'node:http': (options) => onNode(webhookListener(options)),
  Express: (options) => onNode(express().post('/webhooks', webhookListener(options)).use(express.json())),
  'Express behind express.raw()': (options) =>
    onNode(
      express()
        .use(express.raw({ type: '*/*', limit: '1mb' }))
        .post('/webhooks', webhookListener(options)),
    ),
  Hono: async (options) => {
    const { url, close } = await listen(async (request) => onHono(options)(request))
    return { url: `${url}/webhooks`, close }
  },
  'a server that speaks Fetch': async (options) => {
    const { url, close } = await listen(webhookHandler(options))
    return { url: `${url}/webhooks`, close }
  },
}

const serve = async (host: (options: Options) => Promise<Served>, options: Partial<Options> = {}) => {
  const received: VerifiedWebhook['id'][] = []
  const faults: string[] = []
  const server = await host({
    ...{ keys: [hmacKey], clock },
    receive: async ({ id }) => {
      received.push(id)
    },
    onFault: ({ code }) => faults.push(code),
    ...options,
  })
  servers.push(server)
  const post = async (text: string, headers: Record<string, string>) =>
    (
      await fetch(server.url, {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', ...headers },
      })
    ).status
  return { ...server, received, faults, post }
}

describe.each(Object.entries(hosts))('an endpoint on %s', (_, host) => {
  it('answers by what became of the message', async () => {
    const { post, received, faults } = await serve(host)
    const good = await signed()
    expect(await post(good.body, good.headers)).toBe(204)
    expect(await post(`${good.body} `, good.headers)).toBe(401)
    const wrong = await signed({ text: '{"type":1}' })
    expect(await post(wrong.body, wrong.headers)).toBe(400)
    const long = await signed({ text: `"${'x'.repeat(256 * 1024)}"` })
    expect(await post(long.body, long.headers)).toBe(413)
    expect(received).toEqual(['evt_7'])
    expect(faults).toEqual(['WEBHOOK_SIGNATURE_WRONG', 'WEBHOOK_EVENT_INVALID', 'WEBHOOK_BODY_TOO_LARGE'])
  })
})

describe('an endpoint behind a parser', () => {
  it('says on Express that express.json() ran first, and takes nothing', async () => {
    const { post, received, faults } = await serve((options) =>
      onNode(express().use(express.json()).post('/webhooks', webhookListener(options))),
    )
    const { headers } = await signed()
    expect(await post(body, headers)).toBe(500)
    expect(received).toEqual([])
    expect(faults).toEqual(['WEBHOOK_BODY_ALREADY_PARSED'])
  })

  it('takes what a parser kept aside as rawBody', async () => {
    const keep = express.json({ verify: (request, _, bytes) => Object.assign(request, { rawBody: bytes }) })
    const { post, received } = await serve((options) =>
      onNode(express().use(keep).post('/webhooks', webhookListener(options))),
    )
    const { headers } = await signed()
    expect(await post(body, headers)).toBe(204)
    expect(received).toEqual(['evt_7'])
  })

  it('says so of a Request whose body was read', async () => {
    const faults: string[] = []
    const handler = webhookHandler({
      ...{ keys: [hmacKey], clock, receive: async () => undefined },
      onFault: ({ code }) => faults.push(code),
    })
    const { headers } = await signed()
    const request = new Request('http://localhost/', { method: 'POST', body, headers })
    await request.json()
    expect((await handler(request)).status).toBe(500)
    expect(faults).toEqual(['WEBHOOK_BODY_ALREADY_PARSED'])
  })
})

describe('webhookHandler', () => {
  const requestOf = async (...asked: Parameters<typeof signed>) => {
    const message = await signed(...asked)
    return new Request('http://localhost/', { method: 'POST', ...message })
  }

  it('takes nothing but POST', async () => {
    const handler = webhookHandler({ keys: [hmacKey], clock, receive: async () => undefined })
    const response = await handler(new Request('http://localhost/'))
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('stops reading a body that goes on for ever', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const { headers } = await signed()
    const init = { method: 'POST', body: endless, headers, duplex: 'half' }
    const handler = webhookHandler({ keys: [hmacKey], clock, receive: async () => undefined })
    expect((await handler(new Request('http://localhost/', init as RequestInit))).status).toBe(413)
    expect(pulled).toBeLessThan(8)
  })

  it('tells the sender a code and places, and nothing of what is wrong with us', async () => {
    const secret = 'the database password is hunter2'
    const errors: unknown[] = []
    const handler = webhookHandler({
      ...{ keys: [hmacKey], clock },
      receive: () => Promise.reject(new Error(secret)),
      onError: (error) => errors.push(error),
    })
    const response = await handler(await requestOf())
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('hunter2')
    expect(errors).toMatchObject([{ code: 'PLUGGED_IN_FAILED', part: 'receive' }])
    expect(JSON.stringify(errors)).not.toContain('hunter2')
    const refused = await handler(await requestOf({ text: '{"type":"x"}' }))
    expect(await refused.json()).toEqual({
      ...{ type: 'about:blank', status: 400, code: 'WEBHOOK_EVENT_INVALID' },
      issues: [
        { path: '/timestamp', code: 'REQUIRED' },
        { path: '/data', code: 'REQUIRED' },
      ],
    })
  })

  it('passes on when the sender may try again', async () => {
    const receive = async () => ({ status: 503, code: 'WEBHOOK_LIFE_UNKNOWN', retryAfter: 60 })
    const handler = webhookHandler({ keys: [hmacKey], clock, receive })
    const response = await handler(await requestOf())
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60'])
  })

  it('refuses wrong options when it is made, not at the first message', () => {
    const receive = async () => undefined
    expect(() => webhookHandler({ keys: ['whsec_short'], clock, receive })).toThrow('/keys/0')
    expect(() => webhookHandler({ keys: [hmacKey], clock, receive, tolerance: { pastSeconds: 0 } })).toThrow(
      '/tolerance/pastSeconds',
    )
  })

  it('answers a repeat with 2xx and does nothing, unless the first time failed', async () => {
    const done: string[] = []
    let isBroken = true
    const receive = async ({ id }: VerifiedWebhook) => {
      if (isBroken) throw new Error('not now')
      done.push(id)
    }
    const handler = webhookHandler({ keys: [hmacKey], clock, receive, replay: memoryReplays({ clock }) })
    expect((await handler(await requestOf())).status).toBe(500)
    isBroken = false
    const statuses = []
    for (let time = 0; time < 3; time++) statuses.push((await handler(await requestOf())).status)
    expect(statuses).toEqual([204, 204, 204])
    expect(done).toEqual(['evt_7'])
  })

  it('knows a message again for as long as any sender tries it, and no longer', async () => {
    let now = sentAt
    const ticking = { now: () => clockAt(now).now() }
    let done = 0
    const handler = webhookHandler({
      ...{ keys: [hmacKey], clock: ticking, replay: memoryReplays({ clock: ticking }) },
      receive: async () => {
        done += 1
      },
    })
    // each attempt is signed anew; the last one comes 75.6 hours after the first
    for (const hours of [0, 1, 24, 75.6, 79.9]) {
      now = sentAt + hours * 3_600
      expect((await handler(await requestOf({ at: Math.floor(now) }))).status).toBe(204)
      expect(done, `${hours} h`).toBe(1)
    }
    now = sentAt + 80 * 3_600
    await handler(await requestOf({ at: Math.floor(now) }))
    expect(done).toBe(2)
  })

  it('answers 503 when nobody knows whether the message came before', async () => {
    const replay = { seen: () => Promise.reject(new Error('down')) }
    const handler = webhookHandler({ keys: [hmacKey], clock, receive: async () => undefined, replay })
    expect((await handler(await requestOf())).status).toBe(503)
  })
})

describe('memoryReplays', () => {
  it('remembers an id for 80 hours, and one of many only as long as there is room', async () => {
    let now = sentAt
    const ticking = { now: () => clockAt(now).now() }
    const replays = memoryReplays({ clock: ticking, capacity: 2 })
    const until = (sentAt + 80 * 3_600) * 1_000
    expect(await replays.seen('a', until)).toBe(false)
    now += 80 * 3_600 - 1
    expect(await replays.seen('a', until)).toBe(true)
    now += 1
    expect(await replays.seen('a', until + 1_000_000)).toBe(false)
    expect(await replays.seen('b', until + 1_000_000)).toBe(false)
    expect(await replays.seen('c', until + 1_000_000)).toBe(false)
    expect(await replays.seen('c', until + 1_000_000)).toBe(true)
    expect(await replays.seen('a', until + 1_000_000)).toBe(false)
  })
})
