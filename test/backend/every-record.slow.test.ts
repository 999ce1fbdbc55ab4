import { readdirSync } from 'node:fs'
import { describe, it } from 'vitest'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { genesisHash, sealEntry } from '../../src/schemas/index.ts'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'
import { house, readsWhole } from './every-record.ts'
import { goldenLife } from './recorded.ts'

const cases = readdirSync(new URL('../golden/2', import.meta.url))
  .filter((file) => file.endsWith('.record.json'))
  .map((file) => file.slice(0, -'.record.json'.length))

it.each(cases)('Every row reads the life of the case %s whole for everybody', async (name) =>
  readsWhole(await goldenLife(name), house),
)

describe('Every row reads, whole for everybody, the life at the end of a story', () => {
  // One in eight: each is read some hundred times, and they differ less than the cases do.
  const some = Object.entries(stories).filter((_, index) => index % 8 === 0)
  it.each(some)('%s', async (_, story) => {
    const plays: ReturnType<typeof openPlay>[] = []
    await story(async (input, from, policy) => {
      const play = openPlay(input, from, undefined, policy)
      plays.push(play)
      return play
    })
    for (const play of plays) {
      const sealed = []
      let before = genesisHash
      for (const entry of play.entries) {
        const one = await sealEntry(entry, before)
        before = one.hash
        sealed.push(one)
      }
      const record = JSON.parse(JSON.stringify(await play.record())) as LifecycleRecord
      await readsWhole({ record, entries: sealed }, ['m1', 'agent', 'p1'])
    }
  })
})
