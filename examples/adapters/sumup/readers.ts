// Readers of a merchant at SumUp. A reader is a pairing: its id is another one after each, so the device is known by its own number.
import type { Call } from 'terminal-lifecycle/schemas'
import * as z from 'zod'
import { isNotFound, vendor } from '../vendor.ts'

export interface SumUpAccount {
  /** With the scopes readers.read and readers.write. */
  readonly apiKey: string
  /** `https://api.sumup.com` */
  readonly baseUrl: string
  readonly fetch?: typeof fetch
}

const Reader = z.object({
  id: z.string(),
  status: z.enum(['unknown', 'processing', 'paired', 'expired']),
  device: z.object({ identifier: z.string() }),
})
const Readers = z.object({ items: z.array(Reader) })

export type Reader = z.output<typeof Reader>

const codes = z.object({ type: z.string().optional(), errors: z.object({ type: z.string() }).optional() })

/** `https://developer.sumup.com/problem/not-found` says no more than `not-found`. */
const lastPart = (type: string | undefined) => type?.split('/').at(-1)

export const sumup = ({ apiKey, baseUrl, fetch }: SumUpAccount) => {
  const ask = vendor({
    ...{ baseUrl, fetch, headers: { authorization: `Bearer ${apiKey}` } },
    codeOf: (body) => {
      const { data } = codes.safeParse(body)
      return data?.errors?.type ?? lastPart(data?.type)
    },
  })
  const pathOf = ({ identity }: Call, ...parts: readonly string[]) =>
    ['/v0.1/merchants', identity.merchantId, 'readers', ...parts]
      .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
      .join('/')

  /** Pairings of the device; one that has run out is none. */
  const pairings = async (call: Call, serial: string): Promise<readonly Reader[]> => {
    const { items } = await ask(call, { method: 'GET', path: pathOf(call), answer: Readers })
    return items.filter(({ device, status }) => device.identifier === serial && status !== 'expired')
  }

  const remove = (call: Call, id: string): Promise<void> =>
    ask<void>(call, { method: 'DELETE', path: pathOf(call, id) }).catch((error: unknown) => {
      if (!isNotFound(error)) throw error
    })

  /** There is no idempotency key, and none is needed: what is gone stays gone. */
  const unpair = async (call: Call, serial: string): Promise<void> => {
    for (const { id } of await pairings(call, serial)) await remove(call, id)
  }

  /**
   * Look for its pairing before: a code is used up by the first attempt, whatever became of its answer. `false`: the code was that of
   * another device, which is let go again.
   */
  const pair = async (call: Call, serial: string, code: string): Promise<boolean> => {
    const body = { pairing_code: code, name: serial }
    const { id, device } = await ask(call, { method: 'POST', path: pathOf(call), body, answer: Reader })
    if (device.identifier === serial) return true
    await remove(call, id)
    return false
  }

  return { pairings, unpair, pair }
}
