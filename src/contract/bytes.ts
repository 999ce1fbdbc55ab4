/** Eight megabytes after decompression: no reply is longer, and a bomb ends here. */
export const longestReply = 8 * 1024 * 1024

/**
 * The chunks in their order, in one array.
 *
 * @param length of all of them together.
 */
export const joinBytes = (chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length)
  let place = 0
  for (const chunk of chunks) {
    bytes.set(chunk, place)
    place += chunk.length
  }
  return bytes
}

/** The bytes of a body, or `undefined` when there are more than `limit`; the rest is not read. A limit that is no number lets none through. */
export const readBody = async (
  message: Request | Response,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const reader = message.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (!(length <= limit)) {
      reader.cancel().catch(() => {})
      return undefined
    }
    chunks.push(value)
  }
  return joinBytes(chunks, length)
}

/** @example hexadecimal(new Uint8Array([1, 255])) // '01ff' */
export const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 in hexadecimal, lower case. Needs WebCrypto: in browsers a secure origin. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

/** 128 bits of chance in hexadecimal: idempotency keys, trace ids, references. */
export const randomId = (): string => hexadecimal(crypto.getRandomValues(new Uint8Array(16)))
