import { checkOptions } from '../../errors/index.ts'
import { type Listening, listen } from '../../server/node.ts'
import { createMockAcquirer, type MockAcquirer, type MockAcquirerOptions } from '../index.ts'
import { withControl } from './control.ts'
import { ledgerFile } from './ledger-file.ts'
import { ServerClock } from './server-clock.ts'

/** Where the mock listens, and where it remembers. */
export interface ServeMockAcquirerOptions extends Omit<MockAcquirerOptions, 'clock' | 'ledger'> {
  /** 0 takes a free one. @default 0 */
  readonly port?: number
  /** @default '127.0.0.1' */
  readonly host?: string
  /** Where attempts and effects are kept; read at the start, so that what was carried out outlives the process. */
  readonly file?: string
  /** Business time to start with, ISO 8601; the host's time when left out. */
  readonly now?: string
}

/** A mock that listens. */
export interface MockAcquirerServer extends Listening {
  readonly mock: MockAcquirer
  /** For `createAcquirerClient`. */
  readonly baseUrl: string
}

/**
 * The mock acquirer as a real server. Beside the contract it answers, for tests; what they mistype is refused with 422:
 * - `POST /mock/clock { now }`, which never goes back, and lets go what is due;
 * - `POST /mock/hold { operation?, key?, times? }`: carry out, but hold the answer back until `POST /mock/release`;
 * - `POST /mock/faults { faults }`, `POST /mock/play { name, … }`, `POST /mock/override { operation, answer }`;
 * - `POST /mock/terminals { terminalRef, … }`;
 * - `POST /mock/snapshot`, whose answer `POST /mock/reset` takes; without one it begins anew;
 * - `GET /mock/effects`, `/mock/attempts`, `/mock/unspent`, `/mock/injected`, `/mock/health`.
 *
 * @throws what the operating system says of the port or the file.
 * @example const { baseUrl, close } = await serveMockAcquirer({ port: 8090, file: '/tmp/mock.jsonl' })
 */
export const serveMockAcquirer = async (
  options: ServeMockAcquirerOptions = {},
): Promise<MockAcquirerServer> => {
  checkOptions({ options, file: options?.file }, { options: 'object', file: 'string?' })
  const { port = 0, host = '127.0.0.1', file, now, ...rest } = options
  const ledger = file === undefined ? undefined : ledgerFile(file)
  const clock = new ServerClock(ledger, now)
  const mock = createMockAcquirer({ ...rest, clock, ...(ledger && { ledger }) })
  const server = await listen(withControl(mock, clock), { port, host })
  let closed: Promise<void> | undefined
  const close = async (): Promise<void> => {
    mock.release()
    await server.close()
    ledger?.close()
  }
  return {
    port: server.port,
    url: server.url,
    baseUrl: `${server.url}${rest.basePath ?? '/v1'}`,
    mock,
    close: () => {
      closed ??= close()
      return closed
    },
  }
}
