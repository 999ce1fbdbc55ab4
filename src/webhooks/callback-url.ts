import { checkOptions } from '../errors/index.ts'
import { isLocalName } from './local-names.ts'
import { readList } from './read-list.ts'

/** Why a callback URL is refused; `createOutbox` says the same of an endpoint's URL, by its path. */
export type CallbackReason =
  | 'NOT_A_URL'
  | 'URL_TOO_LONG'
  | 'URL_CHARACTERS'
  | 'URL_NOT_HTTPS'
  | 'URL_USER_INFO'
  | 'URL_FRAGMENT'
  | 'URL_PORT'
  | 'URL_IP_LITERAL'
  | 'URL_LOCAL_NAME'
  | 'URL_INTERNATIONAL_NAME'
  | 'URL_HOST'

/** What an address comes to. Its name is resolved and judged again at each sending, by `nodeTransport`. */
export type CallbackVerdict =
  | { allowed: true; host: string; port: number; href: string }
  | { allowed: false; reason: CallbackReason }

/** What is let through beside https on port 443 to a name. */
export interface CallbackRules {
  /** Ports beside 443 that a callback may name; none when left out. */
  ports?: readonly number[] | undefined
  /** Names with `xn--` labels, which can be made to look like others; refused when left out. */
  internationalNames?: 'allowed' | 'refused' | undefined
}

const longest = 2_048
const longestHost = 253
/** Printable ASCII without the backslash, which some readers take for a slash. */
const plain = /^[\x21-\x5b\x5d-\x7e]*$/
const shape = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)(#.*)?$/i
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** What some reader takes for a number: such a name may be an address in another spelling. */
const numeric = /^(\d+|0x[0-9a-f]*)$/
const numberOfPort = /^[1-9]\d{0,4}$/

/** One that is no port would let nothing through, and say nothing. */
export const readPorts = (ports: unknown, path = '/ports'): void =>
  readList(ports, path, { least: 0, most: 65_535 })

const refused = (reason: CallbackReason): CallbackVerdict => ({ allowed: false, reason })

const faultOfHost = (host: string, rules: CallbackRules): CallbackReason | undefined => {
  const labels = host.split('.')
  if (numeric.test(labels.filter((part) => part !== '').at(-1) ?? '')) return 'URL_IP_LITERAL'
  if (host.length > longestHost || !labels.every((part) => label.test(part))) return 'URL_HOST'
  if (isLocalName(labels)) return 'URL_LOCAL_NAME'
  const isForeign = labels.some((part) => part.startsWith('xn--'))
  return isForeign && rules.internationalNames !== 'allowed' ? 'URL_INTERNATIONAL_NAME' : undefined
}

/** The parser that opens the connection must read the same host out of it. */
const hrefOf = (given: string, host: string): string | undefined => {
  const url = URL.canParse(given) ? new URL(given) : undefined
  return url?.hostname === host ? url.href : undefined
}

/**
 * May callbacks be sent to this URL, as far as its text says? It must be `https`, on port 443 or one that is listed, and name
 * a public host by its plain name: no address in any spelling, no local name, no user, no fragment, 2 048 characters at most.
 *
 * Where the name leads is judged when the connection is made (`judgeAddress`), because it may lead elsewhere by then.
 *
 * @throws InvalidInputError for a port of the rules that is none.
 * @returns the reason as a stable code, for which `describeCallbackReason` has words; it never repeats the URL, which may hold a secret.
 * @example
 * const verdict = judgeCallbackUrl('https://2130706433/')
 * if (!verdict.allowed) console.log(verdict.reason) // 'URL_IP_LITERAL'
 */
export const judgeCallbackUrl = (given: string, rules: CallbackRules = {}): CallbackVerdict => {
  checkOptions({ rules }, { rules: 'object' })
  readPorts(rules.ports)
  if (typeof given !== 'string') return refused('NOT_A_URL')
  if (given.length > longest) return refused('URL_TOO_LONG')
  if (!plain.test(given)) return refused('URL_CHARACTERS')
  const [, scheme = '', authority = '', , fragment] = shape.exec(given) ?? []
  if (scheme === '') return refused('NOT_A_URL')
  if (scheme.toLowerCase() !== 'https') return refused('URL_NOT_HTTPS')
  if (authority.includes('@')) return refused('URL_USER_INFO')
  if (fragment !== undefined) return refused('URL_FRAGMENT')
  if (authority.includes('[') || authority.split(':').length > 2) return refused('URL_IP_LITERAL')
  const [name = '', port] = authority.split(':')
  if (port !== undefined && !numberOfPort.test(port)) return refused('URL_PORT')
  const host = name.toLowerCase()
  const fault = faultOfHost(host, rules)
  if (fault) return refused(fault)
  const number = Number(port ?? 443)
  if (number !== 443 && !rules.ports?.includes(number)) return refused('URL_PORT')
  const href = hrefOf(given, host)
  return href === undefined ? refused('NOT_A_URL') : { allowed: true, host, port: number, href }
}
