import { describe, expect, it } from 'vitest'
import { FutureVersionError } from '../../../src/errors/index.ts'
import { memoryStore, type Store } from '../../../src/runtime/index.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { escalation } from '../rig.ts'
import { restateByHand } from './by-hand.ts'

const future = new FutureVersionError({ found: 3, known: 2 })

/** A home in which every life was carried over by a newer release, from when that is said. */
const carriedOver = () => {
  const inner = memoryStore()
  let isNewer = false
  const unless = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isNewer ? Promise.reject(future) : work()
  const store: Store = {
    ...inner,
    load: (id, within) => unless(() => inner.load(id, within)),
    newest: (id) => unless(async () => inner.newest?.(id)),
  }
  const carry = (to = true): void => {
    isNewer = to
  }
  return { store, carry }
}

const made = async () => {
  const { store, carry } = carriedOver()
  const failures: unknown[] = []
  const hand = restateByHand({ store, onFailure: ({ error }) => failures.push(error) })
  const input = terminal()
  await hand.ask('life-1', 'open', { input })
  const tell = (commandId: string) =>
    hand.ask('life-1', 'dispatch', { commandId, actor: p1, event: escalation })
  await tell('c-1')
  return { ...hand, tell, carry, failures }
}

describe('a service of an older release, once a life was carried over by a newer one', () => {
  it('ends what it is told with the code, where it would have been asked again for ever', async () => {
    const { tell, ask, carry } = await made()
    carry()
    // Any other error Restate takes for one that passes.
    const ended = (error: Error) => [error.constructor.name, error.message]
    const said = ['TerminalError', future.message]
    expect(await tell('c-2').catch(ended)).toEqual(said)
    expect(await ask('life-1', 'settle', {}).catch(ended)).toEqual(said)
  })

  it.each(['begin', 'call', 'conclude'])(
    'leaves an order at `%s` to the newer one, and says so',
    async (step) => {
      const { deliver, newest, carry, failures, sent } = await made()
      for (const before of ['begin', 'call', 'conclude'].slice(
        0,
        ['begin', 'call', 'conclude'].indexOf(step),
      ))
        await deliver(newest(before))
      const message = newest(step)
      carry()
      const before = sent.length
      if (step === 'call') {
        await deliver(message)
        expect(sent.slice(before)).toMatchObject([{ method: 'conclude' }])
        return
      }
      await expect(deliver(message)).rejects.toThrow(future.message)
      expect(failures.map(String)).toContain(String(future))
      // sent anew, so that the newest deployment gets it, and it alone counts
      expect(sent.slice(before)).toMatchObject([
        { method: 'begin', ...(step === 'begin' && { delay: 20_000 }) },
      ])
      carry(false)
      await deliver(newest('begin'))
      expect(newest('call').id).not.toBe(message.id)
    },
  )
})
