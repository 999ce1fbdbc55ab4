import { refuse } from './asked.ts'
import { isHeader, keptHeaders, trimmedValue } from './header-forms.ts'

type Headers = Readonly<Record<string, string>>

/** Of the client's own, those by which somebody says who is calling. */
const saysWho: readonly string[] = ['authorization', 'cookie', 'x-signature']
/** What only a mapping or the client's own options may set. */
const saysWhat: readonly string[] = ['accept-language', 'content-type']

const isKept = (name: string): boolean =>
  saysWhat.includes(name) || (keptHeaders.test(name) && !saysWho.includes(name))

/**
 * Credentials as they are sent, whatever carries them: names in lower case, so that none stands beside one of the client's own in another
 * case, and values without blanks around them.
 *
 * @throws InvalidInputError for a header that the client itself sets.
 * @throws TypeError for what is no header, or comes twice.
 */
export const credentialsIn = (given: Headers): Headers => {
  const entries = Object.entries(given).map(([written, value]): [string, string] => {
    const name = written.toLowerCase()
    if (isKept(name)) refuse([{ path: `/auth/headers/${name}`, code: 'NOT_ALLOWED_VALUE' }])
    const sent = typeof value === 'string' ? trimmedValue(value) : value
    if (!isHeader(name, sent)) throw new TypeError('No header')
    return [name, sent]
  })
  const headers = Object.fromEntries(entries)
  if (Object.keys(headers).length < entries.length) throw new TypeError('A header twice')
  return headers
}
