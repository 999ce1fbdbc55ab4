import { expect, it } from 'vitest'
import { lateFactEnds } from '../../src/domain/index.ts'
import { lateFacts } from '../support/late-facts.ts'

/** What is told late of these leaves nobody anything to do, whatever it says. */
const alwaysDone = ['erasure.completed', 'keys.removed', 'unbinding.confirmed', 'closure.confirmed']

it('every kind of fact that may be told late has a story of what ends it [OQ-12]', () => {
  const inNoBooks = Object.keys(lateFactEnds).filter((kind) => !alwaysDone.includes(kind))
  expect(Object.keys(lateFacts)).toEqual(expect.arrayContaining(inNoBooks))
})
