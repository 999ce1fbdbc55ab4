const placeholder = /\{([A-Za-z]+)\}/g

/** Names of the path parameters, in order. @example parameterNames('/terminals/{lifecycleId}') // ['lifecycleId'] */
export const parameterNames = (template: string): readonly string[] =>
  [...template.matchAll(placeholder)].map(([, name]) => name ?? '')

/** The path with its parameters put in; each stays one segment, whatever it holds. */
export const fillPath = (template: string, parameters: Readonly<Record<string, unknown>>): string =>
  template.replaceAll(placeholder, (_, name: string) => encodeSegment(String(parameters[name])))

// `.` and `..` would be resolved away by every URL parser, encoded or not.
const encodeSegment = (text: string): string => {
  if (text === '' || text === '.' || text === '..')
    throw new RangeError('A path parameter must not be empty or dots')
  return encodeURIComponent(text)
}

const decodeSegment = (text: string): string | undefined => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * The parameters of a path that has the template's form, else `undefined`.
 *
 * @example matchPath('/results/{key}', '/results/lc-1%2F2%2F0') // { key: 'lc-1/2/0' }
 */
export const matchPath = (template: string, path: string): Readonly<Record<string, string>> | undefined => {
  const expected = template.split('/')
  const actual = path.split('/')
  if (expected.length !== actual.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [place, segment] of expected.entries()) {
    const given = decodeSegment(actual[place] ?? '')
    const name = segment.startsWith('{') ? segment.slice(1, -1) : undefined
    if (given === undefined || (name ? given === '' : given !== segment)) return undefined
    if (name) parameters[name] = given
  }
  return parameters
}
