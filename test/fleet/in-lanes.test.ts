import { describe, expect, it } from 'vitest'
import { inLanes } from '../../src/fleet/index.ts'

/** A turn of the host, in which everything that can go on does. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Numbers from 0, which say how many were taken, and whether they were given back. */
const numbers = (count: number) => {
  const seen = { taken: 0, givenBack: false }
  async function* source() {
    try {
      for (let n = 0; n < count; n += 1) {
        seen.taken += 1
        yield n
      }
    } finally {
      seen.givenBack = true
    }
  }
  return { seen, source: source() }
}

/** Work that ends when it is told to. */
const held = () => {
  const begun: number[] = []
  const ends = new Map<number, () => void>()
  const work = (n: number) =>
    new Promise<number>((resolve) => {
      begun.push(n)
      ends.set(n, () => resolve(n))
    })
  return { begun, work, end: (n: number) => ends.get(n)?.() }
}

const gather = async <Result>(stream: AsyncIterable<Result>): Promise<Result[]> => {
  const all: Result[] = []
  for await (const one of stream) all.push(one)
  return all
}

describe('Items in lanes', () => {
  it('are 100 000, and never more of them in memory than there are lanes', async () => {
    const { seen, source } = numbers(100_000)
    let inWork = 0
    let mostInWork = 0
    let told = 0
    let mostAhead = 0
    const work = async (n: number) => {
      inWork += 1
      mostInWork = Math.max(mostInWork, inWork)
      if (n % 1_000 === 0) await turn()
      inWork -= 1
      return n
    }
    let sum = 0
    for await (const n of inLanes(source, work, { concurrency: 7 })) {
      told += 1
      sum += n
      if (told % 5_000 === 0) await turn()
      mostAhead = Math.max(mostAhead, seen.taken - told)
    }
    expect({ told, sum, mostInWork }).toEqual({ told: 100_000, sum: 4_999_950_000, mostInWork: 7 })
    expect(mostAhead).toBeLessThanOrEqual(7)
  })

  it('wait where nobody takes what has ended', async () => {
    const { seen, source } = numbers(100)
    const stream = inLanes(source, async (n) => n, { concurrency: 3 })
    await stream.next()
    for (let turns = 0; turns < 20; turns += 1) await turn()
    expect(seen.taken).toBeLessThanOrEqual(4)
    await stream.return()
    expect(seen.givenBack).toBe(true)
  })

  it('are told in the order in which they end, each with its place', async () => {
    const { begun, work, end } = held()
    const stream = inLanes([10, 11, 12], (item, place) => work(item).then((n) => [n, place]), {
      concurrency: 3,
    })
    const all = gather(stream)
    await turn()
    expect(begun).toEqual([10, 11, 12])
    for (const n of [12, 10, 11]) {
      end(n)
      await turn()
    }
    expect(await all).toEqual([
      [12, 2],
      [10, 0],
      [11, 1],
    ])
  })

  it('are told although the source has not come up with the next one', async () => {
    async function* slow() {
      yield 1
      await new Promise(() => {})
    }
    const stopping = new AbortController()
    const stream = inLanes(slow(), async (n) => n, { signal: stopping.signal })
    expect(await stream.next()).toEqual({ done: false, value: 1 })
    const next = stream.next()
    stopping.abort()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('come to their end when somebody stops it, and nothing more is begun', async () => {
    const { source } = numbers(100)
    const { begun, work, end } = held()
    const stopping = new AbortController()
    const all = gather(inLanes(source, work, { concurrency: 2, signal: stopping.signal }))
    await turn()
    stopping.abort()
    end(1)
    await turn()
    end(0)
    expect(await all).toEqual([1, 0])
    expect(begun).toEqual([0, 1])
  })

  it('are left to the next run when they come after the end was called for', async () => {
    let come = (): void => undefined
    async function* late() {
      yield 1
      await new Promise<void>((resolve) => {
        come = resolve
      })
      yield 2
    }
    const begun: number[] = []
    const work = async (n: number) => begun.push(n)
    const stopping = new AbortController()
    const all = gather(inLanes(late(), work, { signal: stopping.signal }))
    await turn()
    stopping.abort()
    expect(await all).toEqual([1])
    come()
    await turn()
    expect(begun).toEqual([1])
  })

  it('are waited for by whoever leaves the loop', async () => {
    const { begun, work, end } = held()
    const stream = inLanes([0, 1, 2], work, { concurrency: 2 })
    const first = stream.next()
    await turn()
    end(0)
    await first
    let left = false
    const leaving = stream.return().then(() => {
      left = true
    })
    await turn()
    expect({ left, begun }).toEqual({ left: false, begun: [0, 1] })
    end(1)
    await leaving
    expect(left).toBe(true)
  })

  it('are told as far as they ended before the source broke', async () => {
    async function* broken() {
      yield 1
      throw new Error('the list cannot be read')
    }
    const told: number[] = []
    const run = async () => {
      for await (const n of inLanes(broken(), async (item) => item)) told.push(n)
    }
    await expect(run()).rejects.toThrow('the list cannot be read')
    expect(told).toEqual([1])
  })

  it('need a lane, and say so before anything is taken', () => {
    for (const concurrency of [0, -1, 1.5, Number.NaN])
      expect(() => inLanes([1], async (n) => n, { concurrency })).toThrow(
        expect.objectContaining({ issues: [{ path: '/concurrency', code: 'OUT_OF_RANGE' }] }),
      )
  })

  it('have given their source back when they end, however long that takes', async () => {
    let isGivenBack = false
    const source: AsyncIterableIterator<number> = {
      next: async () => ({ done: false, value: 1 }),
      return: async () => {
        for (let turns = 0; turns < 5; turns += 1) await turn()
        isGivenBack = true
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]: () => source,
    }
    for await (const _ of inLanes(source, async (n) => n, { concurrency: 1 })) break
    expect(isGivenBack).toBe(true)
  })

  it('are a stream of items, or none is taken', () => {
    for (const items of [undefined, null, 7, {}, () => [1]])
      expect(() => inLanes(items as never, async (n) => n)).toThrow(
        expect.objectContaining({ issues: [{ path: '/items', code: 'WRONG_TYPE' }] }),
      )
    for (const items of [[], 'ab', new Set([1]), (async function* () {})()])
      expect(() => inLanes(items as Iterable<unknown>, async (n) => n)).not.toThrow()
  })

  it('end with the first that fails, as it failed, and nothing more is begun', async () => {
    const begun: number[] = []
    const failure = new Error('the second one will not do')
    const run = async () => {
      const work = async (n: number) => {
        begun.push(n)
        if (n === 2) throw failure
        return n
      }
      for await (const n of inLanes([1, 2, 3, 4, 5], work, { concurrency: 1 })) expect(n).toBe(1)
    }
    await expect(run()).rejects.toBe(failure)
    expect(begun).toEqual([1, 2])
  })
})
