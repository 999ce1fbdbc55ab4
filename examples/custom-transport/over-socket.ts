import { type IncomingMessage, request as requestHttp } from 'node:http'
import type { Transport, TransportAnswer, TransportRequest } from 'terminal-lifecycle/client'

/** The whole body, unless it is longer. */
const bytesOf = async (
  message: IncomingMessage,
  longest: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  // Breaks off with an error when the other side does: half an answer is none.
  for await (const chunk of message) {
    length += chunk.length
    if (length > longest) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const answerOf = (message: IncomingMessage): TransportAnswer => ({
  status: message.statusCode ?? 0,
  headers: { get: (name) => message.headers[name.toLowerCase()]?.toString() ?? null },
  // Nothing packed is asked for; what comes packed all the same is not read.
  isForeign: !['identity', ''].includes(message.headers['content-encoding'] ?? ''),
  bytes: (longest) => bytesOf(message, longest),
  discard: () => message.destroy(),
})

/**
 * Hands each request to a proxy on this machine that listens on a Unix socket, as the sidecar of a service mesh does: it has the
 * client's certificate, we have none. Where the request goes stands in `Host`.
 */
export const overSocket =
  (socketPath: string): Transport =>
  ({ url, method, headers, body, signal }: TransportRequest) =>
    new Promise((resolve, reject) => {
      const { host, pathname, search } = new URL(url)
      const request = requestHttp({
        socketPath,
        method,
        path: pathname + search,
        headers: {
          'accept-encoding': 'identity',
          ...headers,
          host,
          ...(body && { 'content-length': body.length }),
        },
        signal,
      })
      request.on('response', (message) => resolve(answerOf(message)))
      request.on('error', reject)
      request.end(body)
    })
