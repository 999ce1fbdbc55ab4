import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contract, fillPath, isIdempotencyKey, matchPath } from '../../src/contract/index.ts'
import { isPlainTarget } from '../../src/server/target.ts'

const visible = fc.stringMatching(/^[\x21-\x7e]{1,40}$/)
const dotted = fc.array(fc.constantFrom('.', '..', '...', '/', 'a', '\\', '%2e', '%5c'), {
  minLength: 1,
  maxLength: 8,
})

it('both sides are asked what became of a write by exactly the keys that a write may have', () => {
  fc.assert(
    fc.property(
      fc.oneof(visible, fc.string(), fc.constant('4111111111111111'), fc.constant('a/../b')),
      (key) => {
        for (const { params } of [contract.getResult, contract.getOutcome])
          expect(params.safeParse({ idempotencyKey: key }).success).toBe(isIdempotencyKey(key))
      },
    ),
    { numRuns: 200 },
  )
})

it('Every idempotency key that is taken can be asked for by path, and no other', () => {
  const { path } = contract.getResult
  fc.assert(
    fc.property(
      fc.oneof(
        visible,
        dotted.map((parts) => parts.join('')),
      ),
      (idempotencyKey) => {
        if (!isIdempotencyKey(idempotencyKey)) {
          const refused =
            ['.', '..'].includes(idempotencyKey) || !isPlainTarget(fillPath(path, { idempotencyKey }))
          expect(refused).toBe(true)
          return
        }
        const target = fillPath(path, { idempotencyKey })
        expect([isPlainTarget(target), matchPath(path, target)]).toEqual([true, { idempotencyKey }])
      },
    ),
    { numRuns: 500 },
  )
})
