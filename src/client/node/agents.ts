import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { SecureContextOptions } from 'node:tls'
import { checkOptions, InvalidInputError, type OptionRules } from '../../errors/index.ts'

/** Whom the other side is believed by, and who we are to it. That it is verified cannot be turned off. */
export type TlsOptions = Readonly<
  Pick<SecureContextOptions, 'ca' | 'cert' | 'key' | 'pfx' | 'passphrase' | 'minVersion'>
>

/** How connections are kept and secured. Without it: 100 sockets, the certificates of Node. */
export interface NodeTransportOptions {
  /** Connections to one host at once; requests beyond them wait for one. @default 100 */
  readonly sockets?: number
  /**
   * How long a connection is kept that nobody uses; what the other side says of that counts where it is less.
   *
   * @default 4000
   * @unit milliseconds
   */
  readonly idle?: number
  /** Certificates of an authority of your own, and a certificate of the client's. */
  readonly tls?: TlsOptions
}

export interface Agents {
  readonly 'http:': HttpAgent
  readonly 'https:': HttpsAgent
}

/** Timers of every host fire at once beyond it. */
const longestTimer = 2_147_483_647

const rules = { sockets: 'any?', idle: 'any?', tls: 'object?' } satisfies OptionRules<NodeTransportOptions>

/** @throws InvalidInputError for a number that is none. */
export const agentsOf = (options: NodeTransportOptions): Agents => {
  checkOptions(options, rules)
  const { sockets = 100, idle = 4_000, tls = {} } = options
  const issues = Object.entries({ sockets, idle }).flatMap(([name, value]) =>
    Number.isInteger(value) && value >= 1 && value <= longestTimer
      ? []
      : [{ path: `/${name}`, code: 'NOT_ALLOWED_VALUE' }],
  )
  if (issues.length > 0) throw new InvalidInputError({ issues })
  const { ca, cert, key, pfx, passphrase, minVersion } = tls
  // Node ends only connections that are free by this timeout: whoever waits for an answer keeps his.
  const kept = { keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets, timeout: idle }
  const trust = { ca, cert, key, pfx, passphrase, minVersion }
  return {
    'http:': new HttpAgent(kept),
    // Said here, so that no variable of the process can turn it off.
    'https:': new HttpsAgent({ ...kept, ...trust, rejectUnauthorized: true }),
  }
}
