import { afterEach, describe, expect, it } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { type Fault, faulty, faultyStore, manualTime, type ScenarioName } from '../../src/testing/index.ts'
import { type MockAcquirerServer, serveMockAcquirer } from '../../src/testing/node.ts'
import { at, played } from './kit.ts'

const pathsOf = (work: () => unknown): readonly string[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues.map(({ path }) => path)
    throw error
  }
  throw new Error('It was taken')
}

/** What somebody mistypes, and where it is told. */
const mistyped: readonly (readonly [string, object, string])[] = [
  ['kind', { kind: 'dropReplies' }, '/faults/0/kind/dropReplies'],
  ['operation', { kind: 'dropReply', operation: 'payout' }, '/faults/0/operation/payout'],
  ['member', { kind: 'status', status: 500, code: 'X' }, '/faults/0/code'],
  ['number of times', { kind: 'dropReply', times: 0 }, '/faults/0/times'],
  ['status', { kind: 'status', status: 99 }, '/faults/0/status'],
  ['way to drift', { kind: 'drift', how: 'sideways' }, '/faults/0/how'],
  ['function that is none', { kind: 'body', change: 'x' }, '/faults/0/change'],
]
/** What is spelled well and could never hit anything. */
const idle: readonly (readonly [string, object, string])[] = [
  ['portal call', { kind: 'dropReply', operation: 'submitClosure' }, '/faults/0/operation/submitClosure'],
  ['reading that fails', { kind: 'pending', operation: 'readStatus' }, '/faults/0/operation/readStatus'],
  [
    'wipe that is paid in part',
    { kind: 'partly', operation: 'eraseDevice' },
    '/faults/0/operation/eraseDevice',
  ],
]

let server: MockAcquirerServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('a name that there is not', () => {
  it.each([...mistyped, ...idle])('is refused where a fault has it: %s', (_, fault, path) => {
    const { mock } = played()
    expect(pathsOf(() => mock.faults([fault as Fault]))).toEqual([path])
    expect(mock.unspent()).toEqual([])
  })

  it('is refused in an override and in a scenario', () => {
    const { mock } = played()
    expect(pathsOf(() => mock.override('wipe' as 'payOut', {}))).toEqual(['/override/wipe'])
    expect(pathsOf(() => mock.override('getResult' as 'payOut', {}))).toEqual(['/override/getResult'])
    expect(pathsOf(() => mock.play('reply-lost' as ScenarioName))).toEqual(['/scenario/reply-lost'])
    expect(pathsOf(() => mock.play('disk-full'))).toEqual(['/scenario/disk-full'])
    expect(pathsOf(() => mock.play('request-dropped', { terminal: 't' } as object))).toEqual([
      '/about/terminal',
    ])
  })

  it('is refused by stores, clocks and handlers alike', () => {
    const store = faultyStore(memoryStore())
    expect(pathsOf(() => store.play('request-dropped'))).toEqual(['/scenario/request-dropped'])
    expect(pathsOf(() => store.faults([{ call: 'read' as 'load', how: 'fails' }]))).toEqual([
      '/faults/0/call/read',
    ])
    expect(pathsOf(() => store.faults([{ call: 'commit', how: 'stale' }]))).toEqual(['/faults/0/how/stale'])
    expect(pathsOf(() => manualTime().play('disk-full'))).toEqual(['/scenario/disk-full'])
    const portal = faulty(async () => null, { clock: { now: () => at }, side: 'portal' })
    expect(pathsOf(() => portal.faults([{ kind: 'hold', operation: 'payOut' }]))).toEqual([
      '/faults/0/operation/payOut',
    ])
    expect(pathsOf(() => portal.play('closed-while-live'))).toEqual(['/scenario/closed-while-live'])
  })

  it('is refused over a port too, and says which', async () => {
    server = await serveMockAcquirer()
    const post = async (path: string, body: object) => {
      const response = await fetch(server?.url + path, { method: 'POST', body: JSON.stringify(body) })
      const { code, issues } = (await response.json()) as { code: string; issues: { path: string }[] }
      return [response.status, code, ...issues.map(({ path }) => path)]
    }
    for (const [, fault, path] of [...mistyped, ...idle])
      expect(await post('/mock/faults', { faults: [fault] })).toEqual([422, 'INVALID_INPUT', path])
    expect(await post('/mock/hold', { operation: 'payout' })).toEqual([
      422,
      'INVALID_INPUT',
      '/faults/0/operation/payout',
    ])
    expect(await post('/mock/override', { operation: 'wipe', answer: {} })).toEqual([
      422,
      'INVALID_INPUT',
      '/override/wipe',
    ])
    expect(await post('/mock/play', { name: 'lost' })).toEqual([422, 'INVALID_INPUT', '/scenario/lost'])
  })
})
