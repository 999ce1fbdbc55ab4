import { Unfit } from './unfit.ts'

/** A file as text. */
const textIn = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for await (const piece of bytes) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}

/**
 * A file of JSON, as an object.
 *
 * @throws Unfit that names the file, and nothing of what is in it.
 */
export const objectIn = async (
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Readonly<Record<string, unknown>>> => {
  let value: unknown
  try {
    value = JSON.parse(await textIn(bytes))
  } catch (error) {
    // What the parser says repeats what stands there; the bytes may be no text at all.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit('noJson', path)
  return value as Readonly<Record<string, unknown>>
}
