import { memoryStore, type RuntimeOptions } from '../../../src/runtime/index.ts'
import {
  type RestateMessage,
  type RestateObjectContext,
  terminalLifecycleObject,
} from '../../../src/runtime/restate.ts'
import { testClock } from '../../support/clock.ts'
import { silentServices } from '../../support/world.ts'
import { manualEnvironment } from '../manual-environment.ts'

/** A message that was sent; who called it back can be asked. */
interface Sent extends RestateMessage {
  id: string
}
type Handler = (context: RestateObjectContext, input: unknown) => Promise<unknown>

class TerminalError extends Error {}

/**
 * Restate in the hands of a test: it keeps what a life sends, and nothing is delivered but what the test delivers, as often and as
 * late as it likes.
 */
export function restateByHand(options: Partial<RuntimeOptions> = {}) {
  const sent: Sent[] = []
  const cancelled: string[] = []
  const kept = new Map<string, unknown>()
  const attempt = new AbortController()
  const handlers: Record<string, Handler> = {}
  const own = (_: object, handler: Handler): Handler => handler
  const json = {
    serialize: (value: unknown) => new TextEncoder().encode(JSON.stringify(value)),
    deserialize: (data: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(data)),
  }
  const sdk = {
    object: (definition: { handlers: Record<string, unknown> }) =>
      Object.assign(handlers, definition.handlers),
    ...{ handlers: { object: { exclusive: own, shared: own } }, serde: { json }, TerminalError },
  }
  const store = options.store ?? memoryStore()
  const clock = testClock()
  const settings = { services: silentServices, clock, environment: manualEnvironment(), ...options, store }
  terminalLifecycleObject(sdk as never, settings)

  const contextOf = (key: string): RestateObjectContext => ({
    key,
    rand: { uuidv4: () => crypto.randomUUID() },
    run: (_, action) => action(),
    cancel: (id) => cancelled.push(id),
    genericSend(message) {
      const id = `inv-${sent.length}`
      sent.push({ ...message, id })
      return { invocationId: Promise.resolve(id) }
    },
    request: () => ({ attemptCompletedSignal: attempt.signal }),
    get: async (name) => (kept.get(`${key} ${name}`) ?? null) as never,
    set: (name, value) => void kept.set(`${key} ${name}`, structuredClone(value)),
    clear: (name) => void kept.delete(`${key} ${name}`),
  })
  const ask = (lifecycleId: string, handler: string, input: unknown) => {
    const handle = handlers[handler]
    if (!handle) throw new Error(`no handler ${handler}`)
    return handle(contextOf(lifecycleId), JSON.parse(JSON.stringify(input)))
  }
  return {
    ...{ store, clock, sent, cancelled, settings, ask },
    /** The newest message to this handler. */
    newest(method: string): Sent {
      const found = sent.findLast((one) => one.method === method)
      if (!found) throw new Error(`nothing was sent to ${method}`)
      return found
    },
    deliver: (message: RestateMessage) => ask(message.key, message.method, message.parameter),
    /** From now on every attempt is over while it is made. */
    endAttempts: () => attempt.abort(),
  }
}
