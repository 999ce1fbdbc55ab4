import { describe, it } from 'vitest'
import type { Store } from '../../src/runtime/index.ts'
import { openWorld } from '../support/world.ts'
import { stories } from './index.ts'

/** Every story, told to a runtime over a store of its own. One file for each kind of store: they run side by side. */
export const throughDispatch = (
  name: string,
  store: () => Store,
  isMine: (index: number) => boolean = () => true,
): void => {
  describe(`stories through dispatch, over ${name}`, () => {
    const mine = Object.entries(stories).filter((_, index) => isMine(index))
    for (const [title, story] of mine)
      it(title, () => story(async (input, from, policy) => openWorld(input, from, store(), policy)))
  })
}
