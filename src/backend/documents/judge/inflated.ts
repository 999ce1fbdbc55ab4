import { readBody } from '../../../contract/index.ts'

/** More than any list of objects takes; a bomb ends here. */
const longest = 16 * 1024 * 1024

/** Unpacks, up to a limit; nothing: it cannot be unpacked, or is too long. */
export const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> => {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
    return await readBody(new Response(stream), longest)
  } catch {
    return undefined
  }
}
