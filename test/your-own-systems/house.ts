import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Hook } from '../../examples/your-own-systems/services.ts'
import { digestOf } from '../support/samples.ts'

interface Asked {
  readonly path: string
  readonly requestNo: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What may go wrong with the next request of a path. */
type Fault =
  | { readonly kind: 'code'; readonly code: number }
  /** It is carried out, and the answer never arrives. */
  | { readonly kind: 'lost' }
  /** The webhook has come and gone before the answer. */
  | { readonly kind: 'hookFirst' }
  /** They take it, and it does not work in the end. */
  | { readonly kind: 'endsBadly'; readonly code: number }

/** Told by webhook: their answer says only that they took it. */
const later: readonly string[] = ['bank/pay', 'bank/refund', 'register/unbind']
/** Asked afresh each time. */
const readings: readonly string[] = ['switch/read', 'vault/read']

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of message) text += chunk
  return text
}

/** The acquirer's own systems of the example, over node:http: what they did, and what they have yet to tell. */
export async function openHouse(now: () => string, post: (hook: Hook) => Promise<number>) {
  const effects: Asked[] = []
  const replies = new Map<string, unknown>()
  const faults = new Map<string, Fault[]>()
  const hooks: Hook[] = []
  let asked = 0
  let isOn = true
  let register = 'active'
  let isWorking = true

  const carryOut = ({ path, requestNo, body }: Asked, code: number): unknown => {
    if (path === 'switch/off' || path === 'switch/on') isOn = path === 'switch/on'
    if (path === 'register/close') register = 'closed'
    if (later.includes(path)) {
      const amount = typeof body.amount === 'number' ? body.amount : 0
      hooks.push({ messageNo: `m-${effects.length}`, requestNo, code, amount })
    }
    const totals = { count: 3, sum: 3_000 }
    if (path === 'device/upload') return { no: 'batch-1', at: now(), device: totals, host: totals }
    if (path === 'device/erase') return { method: 'purge', tool: 'vendor tool 4' }
    if (path === 'books/statement') return { ready: true, no: 'statement-1', at: now(), net: 50_000 }
    return { no: `no-${effects.length}` }
  }

  const reading = (path: string) =>
    path === 'vault/read'
      ? { hash: digestOf('backup') }
      : { sale: isOn ? 'on' : 'off', register, open: isOn ? 700 : 0, at: now() }

  /** `null`: no answer at all. */
  async function answer(request: Asked): Promise<object | null> {
    const { path, requestNo } = request
    asked += 1
    const fault = faults.get(path)?.shift()
    if (fault?.kind === 'code') return { code: fault.code, msg: 'as the book says' }
    if (readings.includes(path)) return { code: 0, data: reading(path) }
    if (path === 'books/statement' && isWorking) {
      isWorking = false
      return { code: 0, data: { ready: false } }
    }
    if (!replies.has(requestNo)) {
      effects.push(request)
      replies.set(requestNo, carryOut(request, fault?.kind === 'endsBadly' ? fault.code : 0))
    }
    if (fault?.kind === 'hookFirst') await deliver()
    return fault?.kind === 'lost' ? null : { code: 0, data: replies.get(requestNo) }
  }

  async function deliver(times = 1): Promise<readonly number[]> {
    const statuses: number[] = []
    for (const hook of hooks.splice(0))
      for (let time = 0; time < times; time += 1) statuses.push(await post(hook))
    return statuses
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await bodyOf(message))
    const requestNo = String(message.headers['x-request-no'])
    const told = await answer({ path: (message.url ?? '').slice(1), requestNo, body })
    if (told === null) message.socket.destroy()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told))
  }

  const server = createServer((message, response) => void handle(message, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    effects,
    deliver,
    /** How often they were asked. */
    asked: () => asked,
    next: (path: string, ...list: readonly Fault[]) => void faults.set(path, [...list]),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
