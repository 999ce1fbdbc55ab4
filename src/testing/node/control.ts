import type { Fault, MockAcquirer, MockTerminalPatch } from '../index.ts'
import type { ServerClock } from './server-clock.ts'

type Body = Readonly<Record<string, unknown>>

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })

const bodyOf = async (request: Request): Promise<Body> => {
  const text = await request.text()
  return text === '' ? {} : (JSON.parse(text) as Body)
}

type Act = (mock: MockAcquirer, clock: ServerClock, body: Body) => unknown

/** What a test may ask and order, beside the contract. A test is trusted: nothing here is checked. */
const acts: Readonly<Record<string, Act>> = {
  'GET /mock/health': (mock, clock) => ({ ok: true, held: mock.held(), now: clock.now() }),
  'GET /mock/effects': (mock) => mock.effects(),
  'GET /mock/attempts': (mock) => mock.attempts(),
  'POST /mock/clock': (_, clock, { now }) => ({ now: clock.set(String(now)) }),
  'POST /mock/hold': (mock, _, { operation, key, times }) => {
    mock.faults([{ kind: 'hold', operation, key, times } as Fault])
    return { ok: true }
  },
  'POST /mock/release': (mock) => {
    mock.release()
    return { ok: true }
  },
  'POST /mock/faults': (mock, _, { faults }) => {
    mock.faults(faults as readonly Fault[])
    return { ok: true }
  },
  'POST /mock/terminals': (mock, _, { terminalRef, ...patch }) => {
    mock.setTerminal(String(terminalRef), patch as MockTerminalPatch)
    return mock.terminal(String(terminalRef))
  },
}

/** Answers `/mock/…`; everything else goes to the mock itself. */
export const withControl =
  (mock: MockAcquirer, clock: ServerClock) =>
  async (request: Request): Promise<Response | null> => {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith('/mock/')) return mock.handle(request)
    const act = acts[`${request.method} ${pathname}`]
    return act ? json(act(mock, clock, await bodyOf(request))) : json({ code: 'NOT_FOUND' }, 404)
  }
