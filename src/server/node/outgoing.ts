import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'

/** A refused upload is still taken off the connection, so that its sender hears the answer; more than any document is not. */
const longestDiscarded = 16 * 1024 * 1024

/** Throws the rest of a body away. */
export const discard = (message: IncomingMessage): void => {
  if (message.complete) return
  let left = longestDiscarded
  message.on('data', (chunk: Uint8Array) => {
    left -= chunk.length
    if (left < 0) message.socket.destroy()
  })
  message.resume()
}

const piped = async (target: ServerResponse, response: Response): Promise<void> => {
  target.writeHead(response.status, [...response.headers].flat())
  if (!response.body) {
    target.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as NodeStream), target)
}

/** Sends an answer. Where it cannot leave whole the connection ends; it never rejects, because nobody could do more about it. */
export const write = (target: ServerResponse, response: Response): Promise<void> =>
  // The caller has gone, somebody else has begun an answer, or the body of this one broke: what has left cannot be taken back.
  piped(target, response).catch(() => {
    target.destroy()
  })
