import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { joinBytes } from '../../contract/index.ts'

/** Only gzip is asked for. */
const gzip: readonly string[] = ['gzip', 'x-gzip']
const asItIs: readonly string[] = ['', 'identity']
const statusesWithoutBody: readonly (number | undefined)[] = [204, 304]

const codingOf = ({ headers, statusCode }: IncomingMessage): string =>
  statusesWithoutBody.includes(statusCode) ? '' : (headers['content-encoding'] ?? '').trim().toLowerCase()

/** Is it packed in a way that nobody was asked for, or more than once? */
export const isForeign = (message: IncomingMessage): boolean =>
  ![...gzip, ...asItIs].includes(codingOf(message))

/** The body as it was before somebody packed it. */
const unpacked = (message: IncomingMessage): Readable => {
  if (!gzip.includes(codingOf(message))) return message
  // What breaks on either side ends the other one, and whoever reads hears of it. A packed body that was cut short is such a break.
  return pipeline(message, createGunzip(), () => {})
}

/**
 * The whole body; `undefined` when it is longer, and then the connection is closed.
 *
 * @throws whatever broke it off.
 */
export const bodyOf = (
  message: IncomingMessage,
  longest: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let length = 0
    if (message.destroyed) return reject(new TypeError('The body broke off'))
    const body = unpacked(message)
    body.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      chunks.push(chunk)
      if (length <= longest) return
      chunks.length = 0
      resolve(undefined)
      message.destroy()
      // A message that has come whole is destroyed for nothing: its few bytes would go on to be unpacked.
      body.destroy()
    })
    body.on('end', () => resolve(joinBytes(chunks, length)))
    body.on('error', reject)
  })
