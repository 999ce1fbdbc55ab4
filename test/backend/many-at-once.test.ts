import { describe, expect, it } from 'vitest'
import type { Desk } from '../../src/backend/desk.ts'
import { queuesSide } from '../../src/backend/queues.ts'
import { requestsSide } from '../../src/backend/requests.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
import { recordWith } from '../runtime/records.ts'
import { m1 } from '../support/people.ts'

const context = { actor: m1, idempotencyKey: 'k-1' } as never

describe('a page of changes', () => {
  const change = (n: number, size: number) => ({
    ...{ cursor: `life-1/${n}`, lifecycleId: 'life-1', version: n },
    entry: { seq: n, text: 'x'.repeat(size) },
  })
  const pageOf = (sizes: readonly number[], more: boolean) => {
    const changes = sizes.map((size, n) => change(n, size))
    const { getChanges } = queuesSide({ changesPage: async () => ({ changes, more }) } as never)
    return getChanges?.({ after: 'life-1/before' }, context)
  }

  it.each([
    ['that is too long for one reply', [600_000, 600_000, 600_000], false, 1, 'life-1/0', true],
    ['of which one alone is too long', [1_200_000, 1], false, 1, 'life-1/0', true],
    ['that fits', [1, 1], false, 2, 'life-1/1', false],
    ['that fits, and is not the last', [1, 1], true, 2, 'life-1/1', true],
    ['of nothing', [], false, 0, 'life-1/before', false],
  ])('%s goes on behind what was shown', async (_, sizes, isMore, shown, cursor, more) => {
    const page = await pageOf(sizes, isMore)
    expect(page?.items).toHaveLength(shown)
    expect(page).toMatchObject({ cursor, more })
  })
})

describe('a supplement', () => {
  /** Others come in before it, so many times; more would be for ever. */
  const supplied = async (code: string, times: number) => {
    let told = 0
    const desk = {
      lifeOf: async () => recordWith({}, 1),
      record: async () => recordWith({}, 1),
      tell: async () => {
        told += 1
        if (told > 50) throw new Error('for ever')
        if (told > times) return { version: told }
        throw new InvalidInputError({ issues: [{ path: '/event/digest', code }] })
      },
    } as unknown as Desk
    const parts = { documents: {}, registered: async () => undefined, now: () => '' }
    const side = requestsSide({ ...parts, desk, refuseUseless: async () => {} } as never)
    const asked = { applicationId: 'application-1', documents: [] }
    const supply = async () => side.supplyInformation?.(asked, context)
    return { outcome: await supply().catch((error: unknown) => error), told }
  }

  it('that others outran is sent again, five times in all', async () => {
    expect(await supplied('DIGEST_MISMATCH', 4)).toEqual({ outcome: { version: 5 }, told: 5 })
    const outcome = { issues: [{ code: 'DIGEST_MISMATCH' }] }
    expect(await supplied('DIGEST_MISMATCH', 5)).toMatchObject({ outcome, told: 5 })
  })

  it('that is wrong in itself is not', async () => {
    const outcome = { issues: [{ code: 'INVALID_FORMAT' }] }
    expect(await supplied('INVALID_FORMAT', 9)).toMatchObject({ outcome, told: 1 })
  })
})
