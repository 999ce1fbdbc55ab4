import { type AcquirerClientOptions, bearer, createAcquirerClient } from '../../src/client/index.ts'
import {
  type AcquirerClient,
  contract,
  type OperationName,
  type WriteName,
} from '../../src/contract/index.ts'
import { samples } from '../contract/samples.ts'
import type { SpoiltAnswer } from './spoilt-answers.ts'

export const secret = 'CANARY-7f3a91c2'

type Send = (input: unknown, options: { idempotencyKey?: string; signal: AbortSignal }) => Promise<unknown>
type Answer = (url: string, init: RequestInit) => Promise<Response>

/** The good answer of a row. */
const goodAnswer = (name: OperationName): Response =>
  new Response(JSON.stringify(samples[name].answer), {
    status: 200,
    headers: { 'content-type': 'application/json' },
  })

/** A client whose other side does what `carryOut` does and answers as it should, until somebody spoils it. */
const spoiltClient = (spoilt: SpoiltAnswer, carryOut: Answer, abort = () => {}): AcquirerClient => {
  let attempt = 0
  const fetch: AcquirerClientOptions['fetch'] = async (url, init) => {
    const good = await carryOut(url, init)
    attempt += 1
    return spoilt.spoil({ good, attempt, signal: init.signal as AbortSignal, abort })
  }
  const { retry, ...options } = spoilt.options ?? {}
  return createAcquirerClient({
    baseUrl: 'https://acquirer.example/v1',
    auth: bearer(secret),
    fetch,
    retry: { attempts: 2, delay: 0, throttledDelay: 0, ...retry },
    ...options,
  })
}

/** Error of one call whose answer is spoilt. */
export const errorOf = async (
  name: OperationName,
  spoilt: SpoiltAnswer,
  { idempotencyKey, carryOut = async () => goodAnswer(name) }: { idempotencyKey?: string; carryOut?: Answer },
): Promise<unknown> => {
  const caller = new AbortController()
  const client = spoiltClient(spoilt, carryOut, () => caller.abort(new Error(secret)))
  const send = client[name] as Send
  try {
    await send(samples[name].input, { ...(idempotencyKey && { idempotencyKey }), signal: caller.signal })
  } catch (error) {
    return error
  }
  return undefined
}

export const writesOf = (side: 'portal' | 'systems'): readonly WriteName[] =>
  (Object.keys(contract) as OperationName[]).filter(
    (name): name is WriteName => contract[name].side === side && contract[name].method !== 'GET',
  )
