import { describe, expect, it } from 'vitest'
import {
  ForbiddenFieldError,
  HttpError,
  InvalidInputError,
  OutcomeUnknownError,
  RefusedError,
} from '../../src/errors/index.ts'
import { closeFleet, dispatchFleet, type FleetProgress, inLanes } from '../../src/fleet/index.ts'
import { outcomeOf } from '../../src/fleet/results.ts'
import { p1 } from '../support/people.ts'

const request = { method: 'POST', url: 'https://a.example/v1/x' }
const event = { type: 'note.recorded', kind: 'note', text: 'x' } as const
const command = { lifecycleId: 'life-1', commandId: 'recall-7', actor: p1, event }
const all = async <Item>(stream: AsyncIterable<Item>) => {
  const items: Item[] = []
  for await (const item of stream) items.push(item)
  return items
}

describe('What is told to a life', () => {
  const told = async (kept: object | undefined, journal: readonly string[], answer: object) => {
    const asked: object[] = []
    const runtime = {
      answered: async () => kept,
      async *journal() {
        for (const commandId of journal) yield { commandId }
      },
      dispatch: async (given: object) => {
        asked.push(given)
        return answer
      },
    }
    const [result] = await all(dispatchFleet(runtime as never, [command]))
    return { outcome: result?.outcome, dispatched: asked.length }
  }
  const accepted = { accepted: true }

  it.each([
    ['never before', undefined, ['other'], accepted, 'accepted', 1],
    ['under this id, as the store still knows', {}, [], accepted, 'alreadyDone', 1],
    [
      'under this id, as its journal alone knows',
      undefined,
      ['other', 'recall-7'],
      accepted,
      'alreadyDone',
      0,
    ],
    [
      'by somebody else, under another id',
      undefined,
      ['other'],
      { accepted: true, noop: true },
      'alreadyDone',
      1,
    ],
    [
      'never, for it is refused',
      undefined,
      [],
      { accepted: false, code: 'BLOCKED', blockers: [] },
      'refused',
      1,
    ],
  ])('was told %s', async (_, kept, journal, answer, outcome, dispatched) => {
    expect(await told(kept, journal, answer)).toEqual({ outcome, dispatched })
  })
})

describe('An error', () => {
  const blockers = ['BACKUP_MISSING', 'BACKUP_MISSING', 'DEVICE_NOT_DRAINED'].map((code) => ({ code }))
  const issues = ['REQUIRED', 'REQUIRED', 'TOO_LONG'].map((code, n) => ({ path: `/${n}`, code }))
  it.each([
    [
      new RefusedError({ refusal: 'BLOCKED', blockers: blockers as never }),
      ['BACKUP_MISSING', 'DEVICE_NOT_DRAINED'],
    ],
    [new RefusedError({ refusal: 'ACCOUNT_CLOSED' }), ['ACCOUNT_CLOSED']],
    [new InvalidInputError({ issues }), ['REQUIRED', 'TOO_LONG']],
    [new ForbiddenFieldError({ paths: ['/pin'] }), ['FORBIDDEN_FIELD']],
    [new RefusedError({ refusal: 'BUSY', retryable: true }), undefined],
    [new HttpError({ request, status: 503 }), undefined],
    [new Error('x'), undefined],
  ])('of an item is refused with each of its codes once, or it has failed: %s', (error, codes) => {
    expect(outcomeOf(error)).toEqual(
      codes ? { outcome: 'refused', codes, error } : { outcome: 'failed', error },
    )
  })
})

describe('An application whose answer got lost', () => {
  const lost = new OutcomeUnknownError({ request, idempotencyKey: 'k-1' })
  const filed = async (found: object | undefined) => {
    const portal = {
      getTerminal: async () => ({ lifecycleId: 'life-1', version: 1 }),
      getApplication: () => Promise.reject(new RefusedError({ refusal: 'NOT_FOUND' })),
      submitClosure: () => Promise.reject(lost),
      reconcile: () => (found ? Promise.resolve(found) : Promise.reject(new Error('x'))),
    }
    const given = { batch: 'north', form: {} as never }
    const [result] = await all(closeFleet(portal as never, ['life-1'], given))
    return result
  }

  it.each([
    ['done', { outcome: 'done' }, { outcome: 'accepted' }],
    [
      'refused',
      { outcome: 'refused', code: 'BLOCKED', blockers: [{ code: 'APPLICATION_OPEN' }] },
      { outcome: 'refused', codes: ['APPLICATION_OPEN'] },
    ],
    ['not known yet', { outcome: 'pending' }, { outcome: 'failed', error: lost }],
    ['never carried out', { outcome: 'notCarriedOut' }, { outcome: 'failed', error: lost }],
    ['not to be found out', undefined, { outcome: 'failed', error: lost }],
  ])('is what has become of it: %s', async (_, found, result) => {
    expect(await filed(found)).toMatchObject({ key: 'north.life-1', place: 0, ...result })
  })
})

describe('A stream', () => {
  it('that somebody leaves waits for what is under way, and for no item that never comes', async () => {
    let ended = 0
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const source = {
      n: 0,
      next() {
        this.n += 1
        return this.n > 2 ? new Promise<never>(() => {}) : Promise.resolve({ done: false, value: this.n })
      },
      return: () => new Promise<never>(() => {}),
      [Symbol.asyncIterator]() {
        return this
      },
    }
    const left = (async () => {
      for await (const n of inLanes(source as AsyncIterable<number>, async (n) => {
        if (n === 2) await released
        ended += 1
        return n
      }))
        if (n === 1) break
      return ended
    })()
    const soon = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('waits'), ms))
    expect(await Promise.race([left, soon(20)])).toBe('waits')
    release()
    expect(await Promise.race([left, soon(2_000)])).toBe(2)
  })

  it('lets go of the signal that may end it', async () => {
    const { signal } = new AbortController()
    const [added, removed]: [unknown[], unknown[]] = [[], []]
    const watched = {
      aborted: false,
      addEventListener: (...given: Parameters<AbortSignal['addEventListener']>) => {
        added.push(given[1])
        signal.addEventListener(...given)
      },
      removeEventListener: (...given: Parameters<AbortSignal['removeEventListener']>) => {
        removed.push(given[1])
        signal.removeEventListener(...given)
      },
    }
    await all(inLanes([1, 2], async (n) => n, { signal: watched as never }))
    expect(added).toHaveLength(1)
    expect(removed).toEqual(added)
  })

  it('tells how far it is: what has ended is under way no more', async () => {
    const seen: FleetProgress[] = []
    const runtime = {
      answered: async () => undefined,
      async *journal() {},
      dispatch: async () => ({ accepted: true }),
    }
    const commands = [command, { ...command, commandId: 'recall-8' }]
    await all(
      dispatchFleet(runtime as never, commands, { concurrency: 1, onProgress: (told) => seen.push(told) }),
    )
    expect(seen.map(({ begun, inFlight, accepted }) => [begun, inFlight, accepted])).toEqual([
      [1, 0, 1],
      [2, 0, 2],
    ])
  })
})
