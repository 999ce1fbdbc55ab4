import { readAddress } from './ip-address.ts'
import { isLocalName } from './local-names.ts'

/** Why a callback URL is refused. */
export type CallbackReason =
  | 'notAUrl'
  | 'tooLong'
  | 'characters'
  | 'notHttps'
  | 'userInfo'
  | 'fragment'
  | 'port'
  | 'ipLiteral'
  | 'localName'
  | 'internationalName'
  | 'host'

export type CallbackVerdict =
  | { allowed: true; host: string; port: number; href: string }
  | { allowed: false; reason: CallbackReason }

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

const refused = (reason: CallbackReason): CallbackVerdict => ({ allowed: false, reason })

const faultOfHost = (host: string, rules: CallbackRules): CallbackReason | undefined => {
  const labels = host.split('.')
  if (numeric.test(labels.filter((part) => part !== '').at(-1) ?? '') || readAddress(host)) return 'ipLiteral'
  if (host.length > longestHost || !labels.every((part) => label.test(part))) return 'host'
  if (isLocalName(labels)) return 'localName'
  const isForeign = labels.some((part) => part.startsWith('xn--'))
  return isForeign && rules.internationalNames !== 'allowed' ? 'internationalName' : undefined
}

/** The parser that opens the connection must read the same host out of it. */
const hrefOf = (given: string, host: string): string | undefined => {
  const url = URL.canParse(given) ? new URL(given) : undefined
  return url?.hostname === host && url.username === '' && url.password === '' ? url.href : undefined
}

/**
 * May callbacks be sent to this URL, as far as its text says? It must be `https`, on port 443 or one that is listed, and name
 * a public host by its plain name: no address in any spelling, no local name, no user, no fragment, 2 048 characters at most.
 *
 * Where the name leads is judged when the connection is made (`judgeAddress`), because it may lead elsewhere by then.
 *
 * @returns the reason as a stable code; it never repeats the URL, which may hold a secret.
 * @example
 * const verdict = judgeCallbackUrl('https://2130706433/')
 * if (!verdict.allowed) console.log(verdict.reason) // 'ipLiteral'
 */
export const judgeCallbackUrl = (given: string, rules: CallbackRules = {}): CallbackVerdict => {
  if (typeof given !== 'string') return refused('notAUrl')
  if (given.length > longest) return refused('tooLong')
  if (!plain.test(given)) return refused('characters')
  const [, scheme = '', authority = '', , fragment] = shape.exec(given) ?? []
  if (scheme === '') return refused('notAUrl')
  if (scheme.toLowerCase() !== 'https') return refused('notHttps')
  if (authority.includes('@')) return refused('userInfo')
  if (fragment !== undefined) return refused('fragment')
  if (authority.includes('[') || authority.split(':').length > 2) return refused('ipLiteral')
  const [name = '', port] = authority.split(':')
  if (port !== undefined && !numberOfPort.test(port)) return refused('port')
  const host = name.toLowerCase()
  const fault = faultOfHost(host, rules)
  if (fault) return refused(fault)
  const number = Number(port ?? 443)
  if (number !== 443 && !rules.ports?.includes(number)) return refused('port')
  const href = hrefOf(given, host)
  return href === undefined ? refused('notAUrl') : { allowed: true, host, port: number, href }
}
