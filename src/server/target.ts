/** Longer than any path and query of the contract. */
const longest = 4096

/** What RFC 3986 allows, without `;` (parameters of a segment) and without anything that URL parsers read differently. */
const pathForm = /^\/(?!\/)(?:[A-Za-z0-9\-._~!$&'()*+,=:@/]|%[0-9A-Fa-f]{2})*$/
const queryForm = /^(?:[A-Za-z0-9\-._~!$&'()*+,=:@/?;]|%[0-9A-Fa-f]{2})*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const isDots = (segment: string): boolean => segment === '.' || segment === '..'

/**
 * Does everybody between the caller and the handler understand this request target alike? Then it is a path from the root and
 * perhaps a query, and nothing in it, encoded or not, is a way up (`..`), a backslash, a control character or no UTF-8.
 *
 * @example isPlainTarget('/v1/terminals?serial=a') // true
 * @example isPlainTarget('//elsewhere.example/v1/terminals') // false
 */
export const isPlainTarget = (target: string): boolean => {
  if (target.length > longest) return false
  const [path = '', ...rest] = target.split('?')
  const query = rest.join('?')
  if (!pathForm.test(path) || !queryForm.test(query)) return false
  const text = decoded(path)
  if (text === undefined || control.test(text) || text.includes('\\')) return false
  if (text.split('/').some(isDots)) return false
  const words = decoded(query)
  return words !== undefined && !control.test(words)
}
