import { type JsonFault, type JsonLimits, scanJson } from './json-scan.ts'

export type { JsonFault, JsonLimits } from './json-scan.ts'

/** What one reply may hold; a page of terminals has a few thousand members. */
const ofReplies: JsonLimits = { depth: 32, members: 200_000 }

/** The value, or why the text was not read: nothing was built of it then. */
export type JsonRead =
  | { readonly value: unknown }
  | {
      readonly fault: JsonFault
      /** With `duplicate_key`: JSON Pointer of the member that is there twice. */
      readonly path?: string
    }

/**
 * Parses JSON from outside; never throws. Depth, members and keys that are there twice are judged before anything is built, in one
 * pass over the text, so that no text holds its reader up longer than its length.
 *
 * @param limits 32 levels and 200 000 members when left out.
 * @example readJson('{"a":[1]}') // { value: { a: [1] } }
 * @example readJson('{"a":1,"\\u0061":2}') // { fault: 'duplicate_key', path: '/a' }
 */
export const readJson = (text: string, limits: JsonLimits = ofReplies): JsonRead => {
  const { fault, path } = scanJson(text, limits)
  if (fault) return { fault, ...(path !== undefined && { path }) }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { fault: 'syntax' }
  }
}
