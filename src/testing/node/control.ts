import { InvalidInputError } from '../../errors/index.ts'
import type {
  Fault,
  MockAcquirer,
  MockSnapshot,
  MockTerminalPatch,
  OverriddenName,
  ScenarioName,
} from '../index.ts'
import type { ServerClock } from './server-clock.ts'

type Body = Readonly<Record<string, unknown>>

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })

const bodyOf = async (request: Request): Promise<Body> => {
  const text = await request.text()
  return text === '' ? {} : (JSON.parse(text) as Body)
}

type Act = (mock: MockAcquirer, clock: ServerClock, body: Body) => unknown

const ok = { ok: true } as const

const without = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null))

/** What a test may ask and order, beside the contract. */
const acts: Readonly<Record<string, Act>> = {
  'GET /mock/health': (mock, clock) => ({ ok: true, held: mock.held(), now: clock.now() }),
  'GET /mock/effects': (mock) => mock.effects(),
  'GET /mock/attempts': (mock) => mock.attempts(),
  'GET /mock/unspent': (mock) => mock.unspent(),
  'GET /mock/injected': (mock) => mock.injected(),
  'POST /mock/clock': (mock, clock, { now }) => {
    const told = clock.set(String(now))
    mock.tick()
    return { now: told }
  },
  'POST /mock/hold': (mock, _, body) => {
    mock.faults([without({ ...body, kind: 'hold' }) as unknown as Fault])
    return ok
  },
  'POST /mock/release': (mock) => {
    mock.release()
    return ok
  },
  'POST /mock/faults': (mock, _, { faults }) => {
    mock.faults(faults as readonly Fault[])
    return ok
  },
  'POST /mock/play': (mock, _, { name, ...about }) => mock.play(name as ScenarioName, about),
  'POST /mock/override': (mock, _, { operation, answer }) => {
    mock.override(operation as OverriddenName, (answer ?? undefined) as Body | undefined)
    return ok
  },
  'POST /mock/terminals': (mock, _, { terminalRef, ...patch }) => {
    mock.setTerminal(String(terminalRef), patch as MockTerminalPatch)
    return mock.terminal(String(terminalRef))
  },
  'POST /mock/snapshot': (mock, clock) => ({ ...mock.snapshot(), now: clock.now() }),
  'POST /mock/reset': (mock, clock, { now, ...snapshot }) => {
    const isEmpty = Object.keys(snapshot).length === 0
    mock.reset(isEmpty ? undefined : (snapshot as unknown as MockSnapshot))
    if (now !== undefined) clock.restore(String(now))
    return ok
  },
}

/** What was refused is the test's own mistake: it is told which. */
const answer = (act: Act, mock: MockAcquirer, clock: ServerClock, body: Body): Response => {
  try {
    return json(act(mock, clock, body))
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return json({ code: error.code, message: error.message, issues: error.issues }, 422)
  }
}

/** Answers `/mock/…`; everything else goes to the mock itself. */
export const withControl =
  (mock: MockAcquirer, clock: ServerClock) =>
  async (request: Request): Promise<Response | null> => {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith('/mock/')) return mock.handle(request)
    const act = acts[`${request.method} ${pathname}`]
    return act ? answer(act, mock, clock, await bodyOf(request)) : json({ code: 'NOT_FOUND' }, 404)
  }
