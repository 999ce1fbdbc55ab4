import { acquirerServices, bearer, createAcquirerClient } from 'terminal-lifecycle'
import { createRuntime, memoryStore, type Runtime } from 'terminal-lifecycle/runtime'
import { createMockAcquirer, manualTime } from 'terminal-lifecycle/testing'
import { beforeEach, expect, it } from 'vitest'
import { addressOf, questionOf, readFilter } from '../../examples/acquirer-backend/console/work-filter.ts'
import { workPage } from '../../examples/acquirer-backend/console/work-page.ts'
import { findWork } from '../../examples/acquirer-backend/console/work-rows.ts'
import { acquirerId, people } from '../../examples/acquirer-backend/people.ts'
import { now, readerAs } from './a-reader.ts'

const hostile = `<script>alert('x')</script>"&`
const counts = { mine: '1', all: '1', overdue: '0', failed: '0' }
let runtime: Runtime

beforeEach(async () => {
  const time = manualTime(now)
  const mock = createMockAcquirer({ clock: time.clock })
  const systems = createAcquirerClient({
    baseUrl: 'https://mock.example/v1',
    auth: bearer('t'),
    fetch: mock.fetch,
  })
  runtime = createRuntime({
    ...{
      store: memoryStore(),
      services: acquirerServices(systems),
      clock: time.clock,
      environment: time.environment,
    },
  })
  for (const number of ['1', '2']) {
    await runtime.open({
      ...{ lifecycleId: `life-${number}`, acquirerId, merchantId: 'M-1', terminalId: `T-${number}` },
      ...{ merchantName: hostile, merchantType: 'enterprise' },
      devices: [{ serial: `SN-${number}`, owner: 'provider', tenancy: 'sole' }],
      openedBy: people.chen.actor,
    })
  }
  const event = { type: 'hold.placed', holdId: 'HOLD-1', code: 'RULE_VIOLATION', words: hostile } as const
  await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: people.sun.actor, event })
})

const linesFor = (query: Record<string, string>, who: keyof typeof people) => {
  const { actor } = people[who]
  const filter = readFilter(query, actor.duties)
  return findWork(runtime, questionOf(filter, now, actor.duties), actor)
}

it('shows the work of the reader’s own duty first, and everybody’s when it is asked for', async () => {
  const own = await linesFor({}, 'chen')
  expect(own.lines.map(({ item }) => item.duties)).toEqual(
    own.lines.map(() => expect.arrayContaining(['intake'])),
  )
  const all = await linesFor({ duty: 'any' }, 'chen')
  expect(all.lines.length).toBeGreaterThanOrEqual(own.lines.length)
  expect(all.lines.every(({ item }) => item.owner === 'provider' && item.list !== 'later')).toBe(true)
})

it('calls mine what any of the reader’s duties has to do, and keeps a duty that was chosen in the address', async () => {
  const keys = async (duty: string, who: keyof typeof people) =>
    (await linesFor({ duty }, who)).lines.map(({ key }) => key)
  const { duties } = people.li.actor
  const each = await Promise.all(duties.map((duty) => keys(duty, 'li')))
  const mine = await keys('mine', 'li')
  expect(new Set(mine)).toEqual(new Set(each.flat()))
  // The first of them alone has nothing to do here.
  expect(mine.length).toBeGreaterThan(each[0]?.length ?? 0)
  expect(addressOf(readFilter({}, duties))).toBe('/console?duty=mine')
  expect(addressOf(readFilter({ duty: 'risk' }, duties))).toBe('/console?duty=risk')
})

it('keeps a filter in the address, and takes what nobody knows there as not said', () => {
  const filter = readFilter({ duty: 'risk', state: 'held', terminal: 'T-1', overdue: 'yes' }, ['intake'])
  const back = readFilter(Object.fromEntries(new URL(addressOf(filter), 'http://x').searchParams), ['intake'])
  expect(back).toEqual(filter)
  expect(readFilter({ duty: 'king', state: '<b>', terminal: 'T 1; --' }, ['intake'])).toEqual(
    readFilter({}, ['intake']),
  )
})

it('writes a hostile name as the letters that it has, in both languages', async () => {
  const filter = readFilter({ duty: 'any' }, [])
  const found = await linesFor({ duty: 'any' }, 'sun')
  expect(found.lines.length).toBeGreaterThan(0)
  for (const locale of ['en', 'zh-CN'] as const) {
    const page = String(await workPage(readerAs('sun', locale), filter, found, counts))
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;')
  }
})

it('marks what is overdue by a word, and says how late it is', async () => {
  const filter = readFilter({ duty: 'any' }, [])
  const found = await linesFor({ duty: 'any' }, 'sun')
  const late = { ...readerAs('sun'), now: '2026-03-25T10:00:00+08:00' }
  expect(String(await workPage(late, filter, found, counts))).toMatch(/status todo[^>]*>\d+ d late</)
})
