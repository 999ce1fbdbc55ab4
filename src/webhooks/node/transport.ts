import type { Environment } from '../../runtime/index.ts'
import { judgeCallbackUrl } from '../callback-url.ts'
import type { Outgoing, Sent, Transport, TransportFailure } from '../transport.ts'
import { reasonOf, type SendingLimits, sendingLimits } from './limits.ts'
import { post } from './post.ts'
import type { Resolve, Resolved } from './resolve.ts'

export interface TransportParts {
  environment: Pick<Environment, 'sleep'>
  resolve: Resolve
  /** May a callback be sent to this address? */
  isAllowed: (address: string) => boolean
  ports?: readonly number[] | undefined
  internationalNames?: 'allowed' | 'refused' | undefined
  /** Certificates to trust instead of those that Node brings. */
  ca?: string | undefined
}

const failed = (code: TransportFailure): Sent => ({ kind: 'failed', code })

/** The transport with everything that it asks of the world as a part; `nodeTransport` is the one that may be used. */
export const transportOver = (parts: TransportParts): Transport => {
  const { environment, resolve, isAllowed, ports, internationalNames, ca } = parts

  const addressesOf = async (host: string): Promise<readonly Resolved[] | TransportFailure> => {
    try {
      const found = await resolve(host)
      if (found.length === 0) return 'NAME_UNKNOWN'
      // One forbidden address condemns the name: whoever mixes them hopes that the socket takes the other one.
      return found.every(({ address }) => isAllowed(address)) ? found : 'ADDRESS_REFUSED'
    } catch {
      return 'NAME_UNKNOWN'
    }
  }

  const sendWithin = async (outgoing: Outgoing, limits: SendingLimits): Promise<Sent> => {
    const verdict = judgeCallbackUrl(outgoing.url, { ports, internationalNames })
    if (!verdict.allowed) return failed('URL_REFUSED')
    const { host, port, href } = verdict
    const addresses = await Promise.race([addressesOf(host), reasonOf(limits.giveUp)])
    if (typeof addresses === 'string') return failed(addresses)
    const { pathname, search } = new URL(href)
    const { headers, body } = outgoing
    const path = `${pathname}${search}`
    return post({ host, port, path, headers, body, addresses, mayTalkTo: isAllowed, ca }, limits)
  }

  return {
    async send(outgoing, { signal }) {
      const limits = sendingLimits(environment, signal)
      try {
        return await sendWithin(outgoing, limits)
      } finally {
        limits.end()
      }
    },
  }
}
