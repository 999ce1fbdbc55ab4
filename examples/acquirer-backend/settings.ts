import { randomBytes } from 'node:crypto'

/** A whole number of the environment; what is none is refused at the start. */
const whole = (name: string, otherwise: number): number => {
  const text = process.env[name]
  const value = text === undefined || text === '' ? otherwise : Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is no whole number.`)
  return value
}

const { env } = process

/** All that the environment says, read once. */
export const settings = {
  port: whole('PORT', 0),
  /** Folder of the files. */
  data: env.DATA || 'data',
  /** The acquirer's systems; without an address a mock plays them. */
  systems: env.SYSTEMS_URL ? { url: env.SYSTEMS_URL, token: env.SYSTEMS_TOKEN ?? 'token' } : undefined,
  /** By which the systems sign what they report. */
  webhookKey: env.WEBHOOK_KEY,
  /** Where changes of a merchant's terminals are sent to, signed by this key. */
  subscriber:
    env.SUBSCRIBER_URL && env.SUBSCRIBER_KEY
      ? { url: env.SUBSCRIBER_URL, key: env.SUBSCRIBER_KEY }
      : undefined,
  /** Signs the cookie of who signed in. Left out: nobody is signed in any more when the process has started again. */
  sessionKey: env.SESSION_KEY || randomBytes(32).toString('base64url'),
  /** Folder of a built merchant portal, which is then served at `/`. */
  portal: env.PORTAL,
  /** Failed attempts after which an order waits for a person. */
  parkAfter: env.PARK_AFTER ? whole('PARK_AFTER', 1) : undefined,
} as const
