import { safeAddress } from './mask.ts'

/** What may be logged of a request: no headers, no body, no query. */
export interface RequestSummary {
  readonly method: string
  /** Scheme, host and path only. */
  readonly url: string
}

/**
 * @param url absolute; user name, query and fragment are dropped, and anything in the path that looks like a card number,
 * an identity number or a token is masked.
 * @example requestSummary('get', 'https://acquirer.example/v1/terminals/L-1?token=abc').url
 * // 'https://acquirer.example/v1/terminals/L-1'
 */
export const requestSummary = (method: string, url: string | URL): RequestSummary => ({
  method: /^[A-Za-z]{1,10}$/.test(method) ? method.toUpperCase() : 'UNKNOWN',
  url: safeAddress(String(url)),
})
