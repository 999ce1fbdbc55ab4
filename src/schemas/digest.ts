/**
 * One spelling for equal data: members sorted by name, no blanks (the rules of RFC 8785). Two people who hold the same
 * request get the same text, whatever order their programs wrote it in.
 *
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let members = ''
  for (const name of Object.keys(value).sort()) {
    const member: unknown = (value as Readonly<Record<string, unknown>>)[name]
    if (member === undefined) continue
    members += `${members && ','}${JSON.stringify(name)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}

interface Platform {
  readonly process?: {
    getBuiltinModule?(name: string): { hash?(algorithm: string, text: string): string } | undefined
  }
}

/** Node, Deno and Bun hash at once. WebCrypto does it on another thread: for a few kilobytes the way there and back costs several times what the hash does. */
const hashedAtOnce = (text: string): string | undefined =>
  (globalThis as Platform).process?.getBuiltinModule?.('node:crypto')?.hash?.('sha256', text)

/** SHA-256 of the canonical JSON, 64 hexadecimal digits, lower case. Where there is nothing of Node it needs WebCrypto: in browsers a secure origin. */
export const digestOf = async (value: unknown): Promise<string> => {
  const text = canonicalJson(value)
  const atOnce = hashedAtOnce(text)
  if (atOnce !== undefined) return atOnce
  const bytes = new TextEncoder().encode(text)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
