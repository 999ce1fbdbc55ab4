import { describe, expect, it } from 'vitest'
import { allPages, type Pages } from '../../src/client/index.ts'
import { samples } from '../contract/samples.ts'
import { caught, json, problem, scripted } from './kit.ts'

const [item] = samples.findTerminals.answer.items
const page = (count: number, nextCursor: string | null) =>
  json({ items: Array.from({ length: count }, () => item), nextCursor })
const merchantId = item?.merchantId ?? ''

const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const one of items) all.push(one)
  return all
}

/** Pages by number, 1 to 4 with two items each, as a function; a page of `failing` fails once. */
const numbered = (failing: readonly string[] = []) => {
  const asked: (string | undefined)[] = []
  const broken = new Set(failing)
  const operation = async ({ cursor = '1' }: { cursor?: string | undefined }) => {
    asked.push(cursor)
    if (broken.delete(cursor)) throw new Error(`page ${cursor} failed`)
    const next = Number(cursor) + 1
    return { items: [`${cursor}a`, `${cursor}b`], nextCursor: next > 4 ? null : String(next) }
  }
  return { operation, asked }
}

describe('all pages', () => {
  it('are read one after the other', async () => {
    const { client, sent } = scripted([page(2, 'c-2'), page(1, null)])
    expect(await collect(allPages(client.findTerminals, { merchantId }))).toEqual([item, item, item])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      `?merchantId=${merchantId}`,
      `?merchantId=${merchantId}&cursor=c-2`,
    ])
  })

  it('may be empty, and the walk goes on', async () => {
    const { client, sent } = scripted([page(0, 'c-2'), page(0, 'c-3'), page(1, 'c-4'), page(0, null)])
    expect(await collect(allPages(client.findTerminals, {}))).toEqual([item])
    expect(sent).toHaveLength(4)
  })

  it('go on in the same walk after a page has failed, and nothing is missed or told twice', async () => {
    const { operation, asked } = numbered(['1', '3', '4'])
    const pages = allPages(operation, {})
    const all: string[] = []
    const cursors: (string | undefined)[] = []
    for (let failures = 0; failures <= 3; failures += 1) {
      try {
        for await (const one of pages) all.push(one)
      } catch {
        cursors.push(pages.cursor)
      }
    }
    expect(all).toEqual(['1a', '1b', '2a', '2b', '3a', '3b', '4a', '4b'])
    expect(cursors).toEqual([undefined, '3', '4'])
    expect(asked).toEqual(['1', '1', '2', '3', '3', '4', '4'])
  })

  it('go on in another walk, from the cursor of the first', async () => {
    const { operation } = numbered()
    const first = allPages(operation, {})
    const seen: string[] = []
    for await (const one of first) {
      seen.push(one)
      if (one === '2b') break
    }
    expect(first.cursor).toBe('3')
    const rest = await collect(allPages(operation, { cursor: first.cursor }))
    expect([...seen, ...rest]).toEqual(['1a', '1b', '2a', '2b', '3a', '3b', '4a', '4b'])
  })

  it('give the items of a page that was left in the middle again, in another walk', async () => {
    const { operation } = numbered()
    const first = allPages(operation, { cursor: '2' })
    expect(await first.next()).toEqual({ done: false, value: '2a' })
    expect(first.cursor).toBe('2')
  })

  it.each([
    ['to the same place', ['c-1'], 2],
    ['round in a circle', ['c-1', 'c-2', 'c-3', 'c-1'], 4],
  ])('that lead %s are an error, and no end', async (_, cursors, asked) => {
    const { client, sent } = scripted(cursors.map((cursor) => page(1, cursor)))
    const pages = allPages(client.findTerminals, {})
    const stuck = { code: 'PROTOCOL_ERROR', issues: [{ path: '/nextCursor', code: 'CURSOR_REPEATED' }] }
    expect(await caught(collect(pages))).toMatchObject(stuck)
    expect(await caught(pages.next())).toMatchObject(stuck)
    expect(sent).toHaveLength(asked)
  })

  it('that lead back to where the walk began are an error too', async () => {
    const { client } = scripted([page(1, 'c-1')])
    const work = collect(allPages(client.findTerminals, { cursor: 'c-1' }))
    expect(await caught(work)).toMatchObject({ issues: [{ code: 'CURSOR_REPEATED' }] })
  })

  it('are read up to so many, and the rest from the cursor', async () => {
    const { operation, asked } = numbered()
    const pages: Pages<string> = allPages(operation, {}, { pages: 2 })
    const seen: string[] = []
    const tooMany = { code: 'PROTOCOL_ERROR', issues: [{ path: '/nextCursor', code: 'TOO_MANY_PAGES' }] }
    const walk = async () => {
      for await (const one of pages) seen.push(one)
    }
    expect(await caught(walk())).toMatchObject(tooMany)
    expect(asked).toEqual(['1', '2'])
    expect(pages.cursor).toBe('3')
    expect(await collect(allPages(operation, { cursor: pages.cursor }))).toEqual(['3a', '3b', '4a', '4b'])
  })

  it('have an end by default, whatever the other side makes up', async () => {
    let asked = 0
    const endless = async () => {
      asked += 1
      return { items: [], nextCursor: String(asked) }
    }
    expect(await caught(collect(allPages(endless, {})))).toMatchObject({
      issues: [{ code: 'TOO_MANY_PAGES' }],
    })
    expect(asked).toBe(1000)
  })

  it.each([0, 1.5, 100_001, Number.NaN])('are never %d', (pages) => {
    expect(() => allPages(numbered().operation, {}, { pages })).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        issues: [{ path: '/pages', code: 'NOT_ALLOWED_VALUE' }],
      }),
    )
  })

  it('are read in order for a caller that asks for several items at once', async () => {
    const pages = allPages(numbered().operation, {})
    const steps = await Promise.all(Array.from({ length: 9 }, () => pages.next()))
    expect(steps.map(({ value }) => value)).toEqual([
      '1a',
      '1b',
      '2a',
      '2b',
      '3a',
      '3b',
      '4a',
      '4b',
      undefined,
    ])
  })

  it('pass the options of the call on to each page, and fail as the operation does', async () => {
    const { client, sent } = scripted([page(1, 'c-2'), problem('ROLE_NOT_ALLOWED', 403)])
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    expect(await caught(collect(allPages(client.findTerminals, {}, { traceparent })))).toMatchObject({
      code: 'REFUSED',
      refusal: 'ROLE_NOT_ALLOWED',
    })
    expect(sent.map(({ headers }) => headers.get('traceparent'))).toEqual([traceparent, traceparent])
  })
})
