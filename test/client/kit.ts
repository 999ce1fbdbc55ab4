import { type AcquirerClientOptions, bearer, createAcquirerClient } from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'

export const terminalRef = 'acquirer-1:898440354110001:10000001'
export const status = samples.readStatus.answer

interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array
  readonly redirect: string | undefined
}

type Answer = Response | 'drop' | 'hang' | (() => Response)

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

export const problem = (code: string, status: number, more: object = {}): Response =>
  json({ type: 'about:blank', title: 'No', status, code, ...more }, status)

const hanging = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

/** A client whose other side answers what it is told, in order; the last answer again and again. Retries wait 1 ms. */
export const scripted = (answers: readonly Answer[], options: Partial<AcquirerClientOptions> = {}) => {
  const sent: Sent[] = []
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { method = 'GET', headers, body, redirect, signal } = init
    sent.push({
      url,
      method,
      headers: new Headers(headers),
      body: (body ?? new Uint8Array()) as Uint8Array,
      redirect,
    })
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? 'drop'
    if (answer === 'drop') throw new TypeError('fetch failed')
    if (answer === 'hang') return hanging(signal)
    return typeof answer === 'function' ? answer() : answer.clone()
  }
  const client = createAcquirerClient({
    baseUrl: 'https://acquirer.example/v1',
    auth: bearer('token'),
    retry: { delay: 1, throttledDelay: 1 },
    fetch,
    ...options,
  })
  return { client, sent }
}

export const revokeKeys = { serial: '123-456-789', terminalRef, reason: 'lost' } as const

export const caught = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('It did not throw')
}
