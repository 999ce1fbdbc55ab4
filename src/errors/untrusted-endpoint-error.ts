import { safeAddress } from './mask.ts'
import { TerminalLifecycleError } from './terminal-lifecycle-error.ts'

/** What is wrong with an address, in words for the message. */
const reasons = {
  baseUrl: 'a base URL is absolute, https, and has neither user name nor query',
  notAUrl: 'it is not an absolute URL',
  notHttps: 'it is not https',
  userInfo: 'it holds a user name or password',
  privateAddress: 'it leads into a private or local network',
  port: 'its port is not allowed',
  otherOrigin: 'it is not where the credentials belong',
  redirect: 'it came from a redirect',
} as const
/** Why an address was refused before anything was sent to it. */
export type UntrustedReason = keyof typeof reasons

/** An address was refused before anything was sent to it. */
export class UntrustedEndpointError extends TerminalLifecycleError<'UNTRUSTED_ENDPOINT'> {
  override readonly name = 'UntrustedEndpointError'
  /** Scheme, host and path only; `null` where it is better not repeated at all. */
  readonly url: string | null
  readonly reason: UntrustedReason

  constructor({ url, reason }: { url?: string | URL | undefined; reason: UntrustedReason }) {
    const known = Object.hasOwn(reasons, reason) ? reason : 'notAUrl'
    const address = url === undefined ? null : safeAddress(String(url))
    super('UNTRUSTED_ENDPOINT', `${address ?? 'An address'} was not called: ${reasons[known]}.`)
    this.url = address
    this.reason = known
  }
}
