import {
  contract,
  fillPath,
  type Operation,
  type OperationName,
  parameterNames,
} from '../../../src/contract/index.ts'
import { pathsOf, readNames } from '../../backend/questions.ts'
import { samples } from '../../contract/samples.ts'
import type { Net } from '../net.ts'
import { openOffice } from '../office.ts'
import { nameOf, placesOf, plant } from '../places.ts'
import { inTurn, type Plan, thinned, writings } from '../plan.ts'
import { type Homes, inMemory } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

export const names = Object.keys(contract) as OperationName[]
type Anything = (input: unknown, options?: unknown) => Promise<unknown>

const lifecycleId = 'life-1'
/** The sample of the row, about the life that is there. */
const inputOf = (name: OperationName): Record<string, unknown> => {
  const input: Record<string, unknown> = { ...samples[name].input }
  return 'lifecycleId' in input ? { ...input, lifecycleId } : input
}
const speakerOf = (name: OperationName): string => {
  if (contract[name].side === 'systems') return 'sys'
  return /^(submit|agree|object|supply|withdraw|createDocument|putDocument)/.test(name) ? 'm1' : 'p1'
}

/** Headers that the server reads, and one that it does not. */
const headerNames = [
  ...['idempotency-key', 'if-match', 'traceparent', 'accept-language', 'content-type', 'content-range'],
  ...['authorization', 'user-agent', 'x-request-id', 'cookie'],
]

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** The input as a request that no client has looked at. */
const rawRequest = (name: OperationName, input: Record<string, unknown>, key: string, more: object = {}) => {
  const { path, method, body, media }: Operation = contract[name]
  const inPath = parameterNames(path)
  const rest = Object.fromEntries(Object.entries(input).filter(([member]) => !inPath.includes(member)))
  const query = method === 'GET' ? new URLSearchParams(rest as Record<string, string>).toString() : ''
  const headers = new Headers({
    authorization: `Bearer ${speakerOf(name)}`,
    'content-type': media ?? 'application/json',
    ...(method !== 'GET' && { 'idempotency-key': key }),
    ...more,
  })
  const sent = media ? new Uint8Array([0, 255, 10]) : JSON.stringify(rest)
  const url = `https://office.example/v1${fillPath(path, input)}${query && `?${query}`}`
  return new Request(url, { method, headers, ...(method !== 'GET' && body && { body: sent }) })
}

/** Each string that a row takes: through the client, past it, and in the headers. */
export const plantRows = async (net: Net, plan: Plan & { readonly homes?: () => Homes }): Promise<void> => {
  const { homes: made = inMemory, canaries } = plan
  const homes = made()
  const { runtime, send, as } = await openOffice(net, homes)
  const clients = { m1: as('m1'), p1: as('p1'), sys: as('sys') } as unknown as Record<
    string,
    Record<OperationName, Anything>
  >
  const next = inTurn(plan)
  let key = 0
  const attempt = async (work: () => unknown) => {
    try {
      net.see('answer', await work())
    } catch (error) {
      net.see('error', error)
    }
  }
  const rows = names.map((name) => ({ name, input: inputOf(name) }))
  const values = rows.flatMap((row) => [...placesOf(row.input)].map((place) => ({ ...row, place })))
  for (const { name, input, place } of thinned(values, plan))
    for (const canary of next())
      for (const text of writings(canary)) {
        key += 1
        net.planted(canary, 'rows through the client', `${name} ${nameOf(place)}`)
        const spoilt = plant(input, place, text) as Record<string, unknown>
        await attempt(() => clients[speakerOf(name)]?.[name]?.(spoilt, { idempotencyKey: `key-${key}` }))
        net.planted(canary, 'rows past the client', `${name} ${nameOf(place)}`)
        await send(rawRequest(name, spoilt, `raw-${key}`))
      }
  const heads = rows.flatMap((row) => headerNames.map((header) => ({ ...row, header })))
  for (const { name, input, header } of thinned(heads, plan))
    for (const canary of next()) {
      if (!isPlain(canary.text)) continue
      key += 1
      net.planted(canary, 'rows by their headers', `${name} ${header}`)
      await send(rawRequest(name, input, `head-${key}`, { [header]: canary.text }))
    }
  for (const { name, input } of thinned(rows, plan))
    for (const canary of next()) {
      net.planted(canary, 'rows by their key', name)
      await attempt(() => clients[speakerOf(name)]?.[name]?.(input, { idempotencyKey: canary.text }))
    }
  await siftLife(net, runtime, lifecycleId, canaries, 'rows')
  for (const person of ['m1', 'p1'])
    for (const name of readNames)
      for (const path of pathsOf(name, {
        lifecycleId,
        applicationId: 'application-1',
        documentId: 'doc-1',
      })) {
        const headers = { authorization: `Bearer ${person}` }
        const response = await send(new Request(`https://office.example/v1${path}`, { headers }))
        net.sift('view', await response.text(), canaries, `rows ${path}`)
      }
  await homes.sift(net, canaries, 'rows')
}
