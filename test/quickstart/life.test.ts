import { setTimeout as pause } from 'node:timers/promises'
import { type Change, memoryStore } from 'terminal-lifecycle/runtime'
import type { Document } from 'terminal-lifecycle/schemas'
import { describe, expect, it } from 'vitest'
import { businessStart } from '../../examples/quickstart/business-clock.ts'
import { Deaths, Life } from './life.ts'
import { mockOn } from './stage.ts'

/** All that a life can do to what outlives it, each by a name that it says when it was heard. */
const actsOf = (life: Life) => {
  const heard: string[] = []
  const asked: string[] = []
  const kept: { now?: string } = {}
  const papers = new Map<string, Document>()
  const say = (name: string, answer: Promise<unknown>) => void answer.finally(() => heard.push(name))
  const ask = (name: string) => async () => {
    asked.push(name)
    return []
  }
  const real = { ...memoryStore(), commit: ask('commit'), claim: ask('claim') }
  const store = life.store({ ...real, release: async () => void asked.push('release') })
  const mock = mockOn({ now: () => businessStart })
  const url = 'https://mock.example/v1/nowhere'
  const acquirer = life.mock({
    ...mock,
    fetch: async (...request) => {
      asked.push('fetch')
      return mock.fetch(...request)
    },
  })
  return {
    heard,
    asked,
    kept,
    papers,
    all: async () => {
      say('commit', store.commit([{ lifecycleId: 'life-1', commandId: 'c-1' } as Change]))
      say(
        'claim',
        store.claim({ worker: 'w', now: 0, at: businessStart, leaseUntil: 1, room: { notify: 1 } }),
      )
      const work = {
        kind: 'order',
        orderId: 'o',
        orderKind: 'notify',
        attempt: 1,
        failures: 1,
        worker: 'w',
      } as const
      say(
        'release',
        store.release({ ...work, lifecycleId: 'life-1' }, { retryAt: 0, errorCode: 'DOWN', failed: true }),
      )
      say('fetch', acquirer.fetch(url))
      life.clock(kept).advanceTo('2026-03-03T09:00:00.000+08:00')
      life.papers(papers)({ id: 'DOC-1' } as Document)
      await pause(20)
    },
  }
}

describe('A life', () => {
  it('ends at each place once, so that the next one comes a step further', () => {
    const deaths = new Deaths()
    expect(deaths.isDue('claimed', 'order-1')).toBe(true)
    expect(deaths.isDue('claimed', 'order-1')).toBe(false)
    expect(deaths.isDue('effect', 'order-1')).toBe(true)
    expect(deaths.count).toBe(2)
  })

  it('that is over reaches nothing more, and hears nothing', async () => {
    const life = new Life(new Deaths())
    life.papers(new Map())({ id: 'DOC-0' } as Document)
    expect(await life.death).toBe('dead')
    const { all, ...left } = actsOf(life)
    await all()
    expect(left).toEqual({ heard: [], asked: [], kept: {}, papers: new Map() })
  })

  it('that goes on reaches all of it', async () => {
    const deaths = new Deaths()
    const places = [
      ['beforeCommit', 'life-1 c-1'],
      ['afterCommit', 'life-1 c-1'],
      ['clock', '2026-03-03T09:00:00.000+08:00'],
      ['paper', 'DOC-1'],
    ] as const
    for (const [moment, place] of places) deaths.isDue(moment, place)
    const { all, heard, asked, kept, papers } = actsOf(new Life(deaths))
    await all()
    expect(asked.toSorted()).toEqual(['claim', 'commit', 'fetch', 'release'])
    expect(heard.toSorted()).toEqual(asked.toSorted())
    expect([kept.now, [...papers.keys()]]).toEqual(['2026-03-03T09:00:00.000+08:00', ['DOC-1']])
  })
})
