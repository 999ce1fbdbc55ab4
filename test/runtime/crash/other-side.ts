import { appendFileSync, readFileSync } from 'node:fs'
import { orderKinds } from '../../../src/domain/index.ts'
import type { Call, Services } from '../../../src/schemas/index.ts'

/** Whether the other side goes by the key of a call. */
export type Keys = 'keys' | 'without-keys'

/** Which of two orders came first says the number of an order and nothing about what it does. */
const nameOf = (kind: string, params: object, terminalId: string): string => {
  const { audience = '', department = '', topic = '', ref = '' } = params as Record<string, unknown>
  return [terminalId, kind, audience, department, topic, String(ref).replace(/:.*/, '')].join(' ')
}

/**
 * The acquirer and everybody else who is asked for something. What it was asked is on its own disk, so it outlives whoever
 * asks.
 *
 * @param acted told when it has acted, before anybody hears of it.
 */
export function otherSide(path: string, acted: () => void = () => undefined): Services {
  const serviceOf =
    (kind: string) =>
    async (params: object, { idempotencyKey, identity }: Call) => {
      appendFileSync(path, `${idempotencyKey}\t${nameOf(kind, params, identity.terminalId)}\n`)
      acted()
      return []
    }
  return Object.fromEntries(orderKinds.map((kind) => [kind, serviceOf(kind)])) as unknown as Services
}

const twice = (names: readonly string[]): number => names.length - new Set(names).size

export const callsTo = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [key = '', name = ''] = line.split('\t')
      return { key, name }
    })

/** What it has done in the end: it acts once for each key, and without keys each time that it is called. */
export function doneBy(path: string, keys: Keys = 'keys') {
  const calls = callsTo(path)
  const acts = keys === 'keys' ? [...new Map(calls.map((call) => [call.key, call])).values()] : calls
  const effects = acts.map(({ name }) => name)
  return {
    effects: [...new Set(effects)].sort(),
    effectsTwice: twice(effects),
    repeatedKeys: twice(calls.map(({ key }) => key)),
  }
}
