import { checkOptions, type OptionRules } from '../errors/index.ts'
import type { Environment } from '../runtime/index.ts'
import { readPorts } from './callback-url.ts'
import { judgeAddress } from './judge-address.ts'
import { resolveBySystem } from './node/resolve.ts'
import { transportOver } from './node/transport.ts'
import type { Transport } from './transport.ts'

export { webhookListener } from './node/listener.ts'

/** Which addresses may be sent to, and how long an attempt may take. */
export interface NodeTransportOptions {
  /** Whence the pauses come after which an attempt is given up: `systemEnvironment` of the runtime. */
  environment: Pick<Environment, 'sleep'>
  /** Ports beside 443 that a callback may name; none when left out. */
  ports?: readonly number[] | undefined
  /** Names with `xn--` labels, which can be made to look like others; refused when left out. */
  internationalNames?: 'allowed' | 'refused' | undefined
}

/**
 * Sends over `node:https`, only to public addresses. The name is resolved once; if any of its addresses may not be called
 * (`judgeAddress`) nothing is sent, else the connection is made to one of just these, whatever the name leads to by then. The
 * certificate must be of the name. Redirects are not followed, proxies of the environment not used, answers not kept. 5 s to
 * connect, 15 s for the whole. None of this can be switched off.
 *
 * @throws InvalidInputError for a port that is none.
 * @example const transport = nodeTransport({ environment: systemEnvironment })
 */
export const nodeTransport = (options: NodeTransportOptions): Transport => {
  checkOptions(options, {
    ...{ environment: '.sleep', ports: 'any?', internationalNames: 'string?' },
  } satisfies OptionRules<NodeTransportOptions>)
  const { environment, ports, internationalNames } = options
  readPorts(ports)
  return transportOver({
    ...{ environment, ports, internationalNames },
    resolve: resolveBySystem,
    isAllowed: (address) => judgeAddress(address).allowed,
  })
}
