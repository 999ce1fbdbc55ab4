import { type AcquirerClient, bearer, createAcquirerClient } from 'terminal-lifecycle/client'
import type { Person } from './session.ts'

/** The back end answers below `/v1` of the place that the page comes from. */
export const clientOf = ({ token }: Person): AcquirerClient =>
  createAcquirerClient({
    baseUrl: new URL('/v1', location.origin),
    auth: bearer(token),
    // A page asks again by itself; a person who waits wants to know soon.
    retry: { attempts: 2 },
    timeout: { attempt: 10_000, total: 20_000 },
  })
