type Bytes = Uint8Array<ArrayBuffer>

const streamOf = (bytes: Bytes): ReadableStream<Bytes> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes)
      controller.close()
    },
  })

/** The bytes compressed so many times over. */
export const gzipped = async (bytes: Bytes, count: number): Promise<Bytes> => {
  let packed = bytes
  for (let turn = 0; turn < count; turn += 1) {
    const stream = streamOf(packed).pipeThrough(new CompressionStream('gzip'))
    packed = new Uint8Array(await new Response(stream).arrayBuffer())
  }
  return packed
}

const chunk = 1024 * 1024

/** So many zeros in a string of JSON, compressed while they are read: a thousandth of them travels. */
export const bombOf = (length: number): ReadableStream<Uint8Array> => {
  let left = length
  const zeros = new ReadableStream<Bytes>({
    pull: (controller) => {
      const part = Math.min(left, chunk)
      left -= part
      controller.enqueue(new Uint8Array(part).fill(0x30))
      if (left === 0) controller.close()
    },
  })
  return zeros.pipeThrough(new CompressionStream('gzip'))
}

/** As many as hosts unpack: each more multiplies what a few bytes can grow to. */
const mostEncodings = 5

/** The answer as `fetch` hands it over: unpacked. A body that is not what it is said to be breaks while it is read. */
export const unpacked = (response: Response): Response => {
  const encodings = response.headers.get('content-encoding')?.split(',') ?? []
  if (encodings.length === 0 || !response.body) return response
  if (encodings.length > mostEncodings) throw new TypeError('fetch failed')
  let body: ReadableStream<Uint8Array> = response.body
  for (const _ of encodings) body = body.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair)
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  return new Response(body, { status: response.status, headers })
}
