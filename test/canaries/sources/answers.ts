import { type AttemptInfo, bearer, createAcquirerClient, hmac } from '../../../src/client/index.ts'
import type { OperationName } from '../../../src/contract/index.ts'
import { samples } from '../../contract/samples.ts'
import type { Canary } from '../canaries.ts'
import type { Net } from '../net.ts'
import { nameOf, placesOf, plant } from '../places.ts'
import { inTurn, type Plan, thinned, writings } from '../plan.ts'
import { names } from './rows.ts'

type Anything = (input: unknown, options?: unknown) => Promise<unknown>

/** A client whose other side answers once; everything that it says is looked at. */
const asking = (net: Net, answer: () => Response) => {
  const hear = (info: AttemptInfo) => net.see('hook', info)
  const client = createAcquirerClient({
    ...{ baseUrl: 'https://acquirer.example/v1', auth: bearer('token'), retry: { attempts: 1 } },
    fetch: async () => answer(),
    hooks: { onAttempt: hear, onAnswer: hear },
  })
  return async (name: OperationName) => {
    try {
      await (client[name] as Anything)(samples[name].input, { idempotencyKey: 'key-1' })
    } catch (error) {
      net.see('error', error)
    }
  }
}

/** Each string of each answer. What the client gives back is the other side's word, whole; its errors repeat nothing of it. */
export const plantAnswers = async (net: Net, plan: Plan): Promise<void> => {
  const next = inTurn(plan)
  const values = names.flatMap((name) =>
    [...placesOf(samples[name].answer)].map((place) => ({ name, place })),
  )
  for (const { name, place } of thinned(values, plan))
    for (const canary of next())
      for (const text of writings(canary)) {
        net.planted(canary, 'answers', `${name} ${nameOf(place)}`)
        await asking(net, () => Response.json(plant(samples[name].answer, place, text)))(name)
      }
}

const blocker = {
  code: 'BATCH_OPEN',
  owner: 'merchant',
  clearedBy: ['batch.uploaded'],
  ref: 'batch-7',
  data: { serial: '123-456-789', note: 'open' },
}
const problem = {
  ...{ type: 'https://acquirer.example/problems/blocked', title: 'Blocked', status: 409, code: 'BLOCKED' },
  ...{ detail: 'Not now.', instance: '/v1/terminals/1', traceId: 'trace-1', refusal: 'ACCOUNT_CLOSED' },
  blockers: [blocker],
  issues: [{ path: '/serial', code: 'INVALID_FORMAT' }],
}
const replyHeaders = [
  'retry-after',
  'www-authenticate',
  'location',
  'etag',
  'set-cookie',
  'content-type',
  'x-trace',
]
const asked: readonly OperationName[] = ['payOut', 'readStatus', 'recordEvent', 'submitClosure']

/** Each string of a problem, at each status, and each header beside it. */
export const plantProblems = async (net: Net, plan: Plan): Promise<void> => {
  const next = inTurn(plan)
  for (const status of [400, 401, 403, 404, 409, 412, 422, 429, 500, 503]) {
    for (const place of thinned(placesOf(problem), plan))
      for (const canary of next())
        for (const text of writings(canary))
          for (const code of ['BLOCKED', 'REFUSED']) {
            const name = asked[(status + text.length) % asked.length] ?? 'payOut'
            net.planted(canary, 'problems', `${name} ${status} ${nameOf(place)}`)
            const body = plant({ ...problem, code, status }, place, text)
            await asking(net, () => Response.json(body, { status }))(name)
          }
    for (const header of replyHeaders)
      for (const canary of next()) {
        if (!/^[\x20-\x7e]*$/.test(canary.text)) continue
        net.planted(canary, 'headers of answers', `${status} ${header}`)
        const headers = { [header]: canary.text }
        await asking(net, () => Response.json({ ...problem, status }, { status, headers }))('payOut')
      }
    for (const canary of next()) {
      net.planted(canary, 'answers without JSON', String(status))
      await asking(net, () => new Response(`<h1>${canary.text}</h1>`, { status }))('payOut')
    }
  }
  for (const canary of plan.canaries)
    for (const make of [
      () => Response.redirect(`https://other.example/${encodeURIComponent(canary.text)}`, 307),
      () => {
        const cause = Object.assign(new Error(canary.text), { code: canary.text })
        throw new TypeError(`fetch failed ${canary.text}`, { cause })
      },
    ]) {
      net.planted(canary, 'a broken connection', 'payOut')
      await asking(net, make)('payOut')
      await asking(net, make)('readStatus')
    }
}

/** What lets the client in is in the header that lets it in, and nowhere else. */
export const plantKeys = async (
  net: Net,
  plan: Plan,
  { token, hmac: signing }: { readonly token: Canary; readonly hmac: Canary },
): Promise<void> => {
  const at = { now: () => '2026-03-02T01:00:00Z' }
  const auths = [
    [token, bearer(token.text)],
    [token, bearer(async () => token.text)],
    [signing, hmac({ keyId: 'k-1', secret: signing.text, clock: at })],
  ] as const
  for (const [canary, auth] of auths)
    for (const status of [200, 307, 401, 409, 500])
      for (const name of thinned(names, plan)) {
        net.planted(canary, 'keys of the client', `${name} ${status}`)
        const client = createAcquirerClient({
          ...{ baseUrl: 'https://acquirer.example/v1', auth, retry: { attempts: 1 } },
          fetch: async (url, init) => {
            const sent = [...new Headers(init.headers)].filter(([header]) => header !== 'authorization')
            net.see('request', `${url} ${JSON.stringify(sent)} ${String(init.body)}`)
            const body = status === 200 ? samples[name].answer : { ...problem, status }
            return Response.json(body, { status })
          },
        })
        net.see('hook', { client, auth })
        try {
          await (client[name] as Anything)(samples[name].input)
        } catch (error) {
          net.see('error', error)
        }
      }
}
