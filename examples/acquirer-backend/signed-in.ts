import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { type Person, personOf, personWith } from './people.ts'
import { settings } from './settings.ts'

const cookie = 'signed-in'
const eightHours = 8 * 3_600

/** Over plain HTTP only on this machine: elsewhere the cookie must not travel in the clear. */
const isLocal = (context: Context): boolean => {
  const { hostname, protocol } = new URL(context.req.url)
  return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
}

/** No script reads it, no other site sends it, nobody can write one. */
export const signIn = (context: Context, { actor }: Person): Promise<void> =>
  setSignedCookie(context, cookie, actor.personId, settings.sessionKey, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: !isLocal(context),
    path: '/',
    maxAge: eightHours,
  })

export const signOut = (context: Context): void => {
  deleteCookie(context, cookie, { path: '/' })
}

/** Whoever signed in with this browser, or calls with a token. */
export const whoAsks = async (context: Context): Promise<Person | undefined> => {
  const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return personWith(bearer)
  const personId = await getSignedCookie(context, settings.sessionKey, cookie)
  return personId ? personOf(personId) : undefined
}
