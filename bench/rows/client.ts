import ky, { type AfterResponseHook, type BeforeRequestHook } from 'ky'
import type * as z from 'zod'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { contract } from '../../src/contract/index.ts'
import { samples } from '../../test/contract/samples.ts'
import type { Row } from '../compare.ts'
import { fifty } from '../http/fifty.ts'
import { origin } from '../http/started.ts'

const { getTerminal, payOut } = samples
const heard = { attempts: 0, answers: 0 }
const hooks = {
  onAttempt: () => {
    heard.attempts += 1
  },
  onAnswer: () => {
    heard.answers += 1
  },
}
const own = (more: object = {}) => {
  const client = createAcquirerClient({ baseUrl: origin, auth: bearer('token'), hooks, ...more })
  return () =>
    fifty(
      () => client.getTerminal(getTerminal.input),
      () => client.payOut(payOut.input),
    )
}

const beforeRequest: BeforeRequestHook = ({ request }) => {
  heard.attempts += 1
  request.headers.set('authorization', 'Bearer token')
}
const afterResponse: AfterResponseHook = () => {
  heard.answers += 1
}
const api = ky.create({
  prefix: origin,
  redirect: 'manual',
  retry: { limit: 2, methods: ['get', 'post'] },
  timeout: 10_000,
  totalTimeout: 30_000,
  hooks: { beforeRequest: [beforeRequest], afterResponse: [afterResponse] },
})
const [view, paid] = [contract.getTerminal.reply, contract.payOut.reply] as readonly z.ZodType[]

export const byKy = () =>
  fifty(
    async () => view?.parse(await api.get('terminals/lc-1').json()),
    async () =>
      paid?.parse(
        await api
          .post('payouts', { json: payOut.input, headers: { 'idempotency-key': crypto.randomUUID() } })
          .json(),
      ),
  )

export const rows: readonly Row[] = [
  {
    name: 'client, fifty calls at once',
    reference: 'ky with the same hooks, retry and checked reply',
    budget: 0.7,
    candidate: own(),
    control: byKy,
  },
]
