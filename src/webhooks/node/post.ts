import type { IncomingMessage } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Sent, TransportFailure } from '../transport.ts'
import type { SendingLimits } from './limits.ts'
import type { Resolved } from './resolve.ts'

/** Bytes of an answer's body that are read at all; they are thrown away. */
const bodyLimit = 4_096
const headerLimit = 8_192

export interface Post {
  host: string
  port: number
  path: string
  headers: Readonly<Record<string, string>>
  body: string
  /** The only addresses that may be connected to. */
  addresses: readonly Resolved[]
  /** Asked of the connection itself, before anything is said on it. */
  mayTalkTo: (address: string) => boolean
  /** Certificates to trust instead of those that Node brings. */
  ca?: string | undefined
}

/** Gives the socket what was judged, and asks no resolver again: its answer could be another one by now. */
const pinned = (addresses: readonly Resolved[]): LookupFunction => {
  return (_, { all }, callback) => {
    const [first] = addresses
    if (all) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family)
  }
}

const optionsOf = ({ host, port, path, headers, body, addresses, ca }: Post): RequestOptions => ({
  ...{ host, port, path, method: 'POST' },
  servername: host,
  headers: { ...headers, 'content-length': new TextEncoder().encode(body).length },
  lookup: pinned(addresses),
  // An agent of its own: the global one may be told by environment variables to go through a proxy.
  agent: new Agent({ keepAlive: false, maxCachedSessions: 0 }),
  maxHeaderSize: headerLimit,
  // Said here, an environment variable cannot say otherwise.
  rejectUnauthorized: true,
  minVersion: 'TLSv1.2',
  ...(ca !== undefined && { ca }),
})

const tlsCodes = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/

const failureOf = (error: unknown): TransportFailure => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return tlsCodes.test(code) ? 'TLS_FAILED' : 'CONNECTION_FAILED'
}

const oneOf = (value: string | readonly string[] | undefined): string | undefined => {
  const text = typeof value === 'object' ? value[0] : value
  return text === undefined || text.length > 64 ? undefined : text
}

/** Reads so much of a body as politeness asks for, and tells when that is enough. */
const discard = (response: IncomingMessage, enough: () => void): void => {
  let read = 0
  response.on('data', (chunk: Uint8Array) => {
    read += chunk.length
    if (read > bodyLimit) enough()
  })
  // What broke off in its body was answered all the same.
  for (const event of ['end', 'close', 'error']) response.once(event, enough)
}

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): Sent => {
  const [retryAfter, date] = [oneOf(headers['retry-after']), oneOf(headers.date)]
  return { kind: 'answered', status: statusCode, retryAfter, date }
}

/**
 * One POST over TLS, to one of the given addresses and no other. A redirect is an answer like any other. Never rejects; it ends
 * when an answer came, the connection failed, or it is given up.
 */
export const post = (given: Post, { giveUp, connected }: SendingLimits): Promise<Sent> =>
  new Promise((resolve) => {
    const sending = request(optionsOf(given))
    const end = (sent: Sent) => {
      giveUp.removeEventListener('abort', stop)
      resolve(sent)
      sending.destroy()
    }
    const failed = (code: TransportFailure) => end({ kind: 'failed', code })
    let answer: Sent | undefined
    const stop = () => (answer ? end(answer) : failed(giveUp.reason))
    giveUp.addEventListener('abort', stop, { once: true })
    sending.once('socket', (socket) => {
      socket.once('connect', () => {
        if (!given.mayTalkTo(socket.remoteAddress ?? '')) failed('ADDRESS_REFUSED')
      })
      socket.once('secureConnect', connected)
    })
    sending.on('error', (error) => failed(failureOf(error)))
    sending.once('close', () => failed('CONNECTION_FAILED'))
    sending.once('response', (response) => {
      const told = answerOf(response)
      answer = told
      discard(response, () => end(told))
    })
    if (giveUp.aborted) stop()
    else sending.end(given.body)
  })
