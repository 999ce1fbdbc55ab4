/** Why a delivery did not get through, as a code that says nothing of what was sent. */
export type TransportFailure =
  | 'URL_REFUSED'
  | 'ADDRESS_REFUSED'
  | 'NAME_UNKNOWN'
  | 'CONNECT_TIMEOUT'
  | 'TIMEOUT'
  | 'TLS_FAILED'
  | 'CONNECTION_FAILED'
  | 'STOPPED'

/** What became of one attempt. Of the receiver's answer nothing is kept but its status and when to come again. */
export type Sent =
  | { kind: 'answered'; status: number; retryAfter?: string | undefined; date?: string | undefined }
  | { kind: 'failed'; code: TransportFailure }

/** One attempt, signed. Redirects are not followed. */
export interface Outgoing {
  url: string
  headers: Readonly<Record<string, string>>
  /** Exactly what was signed. */
  body: string
}

/**
 * Carries one POST to a receiver. It must not follow redirects, must not be led into a private network (`nodeTransport` judges
 * the address it connects to), and must come to an end by itself within the lease of a delivery.
 */
export interface Transport {
  /** Any status is `answered`, also 500; without an answer it is `failed`. The signal ends the attempt as `STOPPED`. */
  send(outgoing: Outgoing, options: { signal: AbortSignal }): Promise<Sent>
}
