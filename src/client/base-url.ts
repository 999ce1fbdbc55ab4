import { UntrustedEndpointError } from '../errors/index.ts'

const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The base URL without its trailing slash.
 *
 * @throws UntrustedEndpointError unless it is HTTPS (or plain HTTP on this machine) without credentials, query or fragment.
 */
export const checkBaseUrl = (given: string | URL): string => {
  const url = URL.canParse(String(given)) ? new URL(String(given)) : undefined
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && thisMachine.test(url.hostname))
  if (!url || !secure || url.username || url.password || url.search || url.hash) {
    throw new UntrustedEndpointError({ reason: 'baseUrl' })
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}
