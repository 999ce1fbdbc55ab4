import { expect, test } from 'vitest'
import * as z from 'zod'
import { contract, type OperationName, readReply } from '../../src/contract/index.ts'
import { samples } from './samples.ts'

const names = Object.keys(samples) as readonly OperationName[]

const spoilt = (answer: unknown): readonly unknown[] =>
  typeof answer !== 'object' || answer === null
    ? [{}, 7]
    : Object.keys(answer).flatMap((name) =>
        [7, '4111111111111111'].map((value) => ({ ...answer, [name]: value })),
      )

test('a reply that is read often is read as the first one was: value, codes and paths', () => {
  for (const name of names) {
    const { reply } = contract[name]
    const { answer } = samples[name]
    const values = [answer, ...spoilt(answer), { ...answer, more: 1 }, undefined, null, [], 'x']
    // A clone is a schema that nobody has read by.
    const unread = z.clone(reply as z.ZodType)
    const first = values.map((value) => readReply(unread, value))
    for (let n = 0; n < 100; n += 1) readReply(reply, answer)
    expect(first[0]?.ok, name).toBe(true)
    expect(
      values.map((value) => readReply(reply, value)),
      name,
    ).toStrictEqual(first)
  }
})
