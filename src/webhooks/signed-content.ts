/** A message as it is signed: `{id}.{timestamp}.{body}`. */
export interface SignedMessage {
  readonly id: string
  /** Seconds since 1970-01-01 UTC, ten digits. */
  readonly timestamp: string
  readonly body: Uint8Array
}

/** No full stop: it parts what is signed, and with one in it two messages could have one signature. */
export const idPattern = /^[A-Za-z0-9_:-]{1,200}$/
/** Ten ASCII digits: from 2001 to 2286. */
export const timestampPattern = /^[0-9]{10}$/

/** The bytes that are signed. */
export const signedContent = ({ id, timestamp, body }: SignedMessage): Uint8Array<ArrayBuffer> => {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(head.length + body.length)
  content.set(head)
  content.set(body, head.length)
  return content
}
