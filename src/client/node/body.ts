import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

// As `fetch` does: what is there of a packed text that was cut short is judged by whoever reads it.
const cut = { finishFlush: constants.Z_SYNC_FLUSH }
const decoders = {
  gzip: () => createGunzip(cut),
  'x-gzip': () => createGunzip(cut),
  deflate: () => createInflate(cut),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
}

/** The body as it was before somebody packed it. How else it may be packed, nobody was asked for. */
const unpacked = (message: IncomingMessage): Readable => {
  const coding = message.headers['content-encoding']?.toLowerCase() ?? ''
  if (!Object.hasOwn(decoders, coding)) return message
  const decoder = decoders[coding as keyof typeof decoders]()
  // What breaks on either side ends the other one; whoever reads the decoder hears of it.
  return pipeline(message, decoder, () => {})
}

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length)
  let place = 0
  for (const chunk of chunks) {
    bytes.set(chunk, place)
    place += chunk.length
  }
  return bytes
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
      message.destroy()
      resolve(undefined)
    })
    body.on('end', () => resolve(joined(chunks, length)))
    body.on('error', reject)
  })
