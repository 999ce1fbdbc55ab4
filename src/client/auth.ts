import type { SignedRequest } from '../contract/index.ts'
import { checkOptions } from '../errors/index.ts'
import { Secret } from './secret.ts'

/** What is about to leave, as a signer sees it. */
export type OutgoingBytes = SignedRequest

/** Who is calling. `headers` is asked for each attempt; what it answers goes into the request and nowhere else. */
export interface Auth {
  /**
   * Sent with names in lower case and values without blanks around them. A header that the client itself sets, such as `idempotency-key`,
   * fails the call before anything is sent.
   */
  headers(request: OutgoingBytes): Promise<Readonly<Record<string, string>>>
  /** Called once after a 401, with the headers that were not accepted; then the request is sent once more. */
  renew?(refused: Readonly<Record<string, string>>): Promise<void>
}

/**
 * Bearer token. A function is asked once and its token kept until the other side answers 401; hundred calls that are
 * refused at once ask it once.
 *
 * @example bearer(() => vault.read('acquirer-token'))
 */
export const bearer = (token: string | (() => string | Promise<string>)): Auth => {
  if (typeof token !== 'function') checkOptions({ token }, { token: 'string' })
  if (typeof token === 'string') {
    const secret = new Secret(token)
    return { headers: async () => ({ authorization: `Bearer ${secret.reveal()}` }) }
  }
  let current: Promise<Secret> | undefined
  const fetched = (): Promise<Secret> => {
    if (current) return current
    const asked = Promise.resolve(token()).then((text) => new Secret(text))
    current = asked
    // What could not be had is asked for again, whoever asked for it.
    asked.catch(() => {
      if (current === asked) current = undefined
    })
    return asked
  }
  const header = async (): Promise<string> => `Bearer ${(await fetched()).reveal()}`
  return {
    headers: async () => ({ authorization: await header() }),
    renew: async (refused) => {
      const used = current
      const isRefused = refused.authorization === (await header())
      // Somebody else may have asked for a new one meanwhile; that one is not thrown away.
      if (isRefused && current === used) current = undefined
      await fetched()
    },
  }
}
