import { describe, expect, it } from 'vitest'
import type { Host } from '../../../examples/merchant-portal/src/data/host.ts'
import { createWatch } from '../../../examples/merchant-portal/src/data/watch.ts'
import { ConnectionError } from '../../../src/errors/index.ts'

/** A page whose time a test moves, and which is seen or not. */
const pageFor = () => {
  let now = 0
  let visible = true
  let wake = () => {}
  let waiting: { at: number; act: () => void } | undefined
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  const host: Host = {
    now: () => now,
    after: (milliseconds, act) => {
      waiting = { at: now + milliseconds, act }
      return () => {
        waiting = undefined
      }
    },
    isVisible: () => visible,
    onWake: (act) => {
      wake = act
      return () => {}
    },
  }
  return {
    host,
    settled,
    pass: async (milliseconds: number) => {
      now += milliseconds
      const due = waiting !== undefined && waiting.at <= now ? waiting.act : undefined
      due?.()
      await settled()
    },
    see: async (isSeen: boolean) => {
      visible = isSeen
      wake()
      await settled()
    },
  }
}

const offline = () =>
  Promise.reject(
    new ConnectionError({
      request: { method: 'GET', url: 'https://office.example/v1' },
      failure: 'network',
    } as never),
  )

describe('What a page watches', () => {
  it('is read again within two seconds, and tells only what has changed', async () => {
    const page = pageFor()
    const answers = ['one', 'one', 'two']
    let told = 0
    const watch = createWatch({ host: page.host, read: async () => answers.shift() })
    watch.subscribe(() => (told += 1))
    await page.settled()
    expect([watch.snapshot().value, told]).toEqual(['one', 1])
    await page.pass(1_500)
    expect([watch.snapshot().value, told]).toEqual(['one', 1])
    await page.pass(1_500)
    expect([watch.snapshot().value, told]).toEqual(['two', 2])
  })

  it('keeps what was there, with its hour, while nothing can be read', async () => {
    const page = pageFor()
    let reads = 0
    const watch = createWatch({
      host: page.host,
      read: () => {
        reads += 1
        return reads === 2 ? offline() : Promise.resolve(`reading ${reads}`)
      },
    })
    watch.subscribe(() => {})
    await page.settled()
    await page.pass(1_500)
    expect(watch.snapshot()).toEqual({ value: 'reading 1', asOf: 0, problem: 'offline' })
    await page.pass(3_000)
    expect(watch.snapshot()).toEqual({ value: 'reading 3', asOf: undefined, problem: undefined })
  })

  it('is not asked for while nobody sees the page, and at once when somebody does', async () => {
    const page = pageFor()
    let reads = 0
    const watch = createWatch({ host: page.host, read: async () => (reads += 1) })
    watch.subscribe(() => {})
    await page.settled()
    await page.see(false)
    await page.pass(60_000)
    expect(reads).toBe(1)
    await page.see(true)
    expect(reads).toBe(2)
  })

  it('takes the answer of a write, and not an older reading that arrives after it', async () => {
    const page = pageFor()
    let arrive = (_: string) => {}
    const watch = createWatch<string>({
      host: page.host,
      read: () => new Promise((resolve) => (arrive = resolve)),
    })
    watch.subscribe(() => {})
    watch.put('written')
    arrive('older')
    await page.settled()
    expect(watch.snapshot().value).toBe('written')
  })

  it('is left alone when nobody listens any more', async () => {
    const page = pageFor()
    let reads = 0
    const watch = createWatch({ host: page.host, read: async () => (reads += 1) })
    const stop = watch.subscribe(() => {})
    await page.settled()
    stop()
    await page.pass(60_000)
    expect(reads).toBe(1)
  })
})
