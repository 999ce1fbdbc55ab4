import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Transport, TransportAnswer, TransportRequest } from '../transport.ts'
import { asUnreached } from '../unreached.ts'
import { unsent } from '../unsent.ts'
import { type Agents, agentsOf, type NodeTransportOptions } from './agents.ts'
import { bodyOf, isForeign } from './body.ts'

export interface NodeTransport extends Transport {
  /** Ends all connections; requests under way are lost. */
  close(): void
}

const requesters = { 'http:': requestHttp, 'https:': requestHttps }

const requestOf = (agents: Agents, { url, method, headers, body }: TransportRequest): ClientRequest => {
  if (body && method === 'GET') throw new TypeError('A GET has no body')
  const { protocol, hostname, port, pathname, search } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError('Neither http nor https')
  return requesters[protocol]({
    agent: agents[protocol],
    // An address of IPv6 stands in brackets in a URL, and nowhere else.
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path: pathname + search,
    method,
    // Without its length the body of a DELETE would be taken for the next request.
    headers: { 'accept-encoding': 'gzip', ...headers, ...(body && { 'content-length': body.length }) },
    // As `fetch` has them: nothing that came twice is dropped.
    joinDuplicateHeaders: true,
  })
}

/** Nothing is written before this has returned. */
const begun = (agents: Agents, sent: TransportRequest): ClientRequest => {
  try {
    return requestOf(agents, sent)
  } catch (error) {
    throw unsent(error)
  }
}

const answerTo = (agents: Agents, sent: TransportRequest): Promise<TransportAnswer> =>
  new Promise((resolve, reject) => {
    const { body, signal } = sent
    signal.throwIfAborted()
    const request = begun(agents, sent)
    const giveUp = () => request.destroy(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    let isAnswered = false
    request.on('response', (message) => {
      isAnswered = true
      resolve({
        status: message.statusCode ?? 0,
        headers: {
          get: (name) => {
            const value = message.headers[name.toLowerCase()]
            return value === undefined ? null : String(value)
          },
        },
        isForeign: isForeign(message),
        bytes: (longest) => bodyOf(message, longest),
        discard: () => message.destroy(),
      })
    })
    request.on('error', (error) => reject(asUnreached(error)))
    request.on('close', () => {
      signal.removeEventListener('abort', giveUp)
      if (!isAnswered) reject(new TypeError('No answer'))
    })
    request.end(body)
  })

/**
 * Carries requests over `node:http` and `node:https`: connections are kept and bounded, the other side's certificate is always verified, and
 * nothing is repeated or followed. Proxies are not supported, nor is HTTP/2; who needs one plugs in a `fetch`.
 *
 * @throws InvalidInputError for options that cannot be kept.
 * @example
 * const transport = createNodeTransport({ tls: { cert, key } })
 * const client = createAcquirerClient({ baseUrl: 'https://acquirer.example/v1', auth: bearer(token), transport })
 */
export const createNodeTransport = (options: NodeTransportOptions = {}): NodeTransport => {
  const agents = agentsOf(options)
  return Object.assign((request: TransportRequest) => answerTo(agents, request), {
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  })
}
