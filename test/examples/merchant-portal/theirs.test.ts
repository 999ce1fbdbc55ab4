import { describe, expect, it } from 'vitest'
import { isUnclear } from '../../../examples/merchant-portal/src/case/unclear.ts'
import { restPhrasesEn } from '../../../examples/merchant-portal/src/words/en-rest.ts'
import type { RestPhrases } from '../../../examples/merchant-portal/src/words/phrases.ts'
import { turnWords } from '../../../examples/merchant-portal/src/words/theirs.ts'
import { restPhrasesZhCn } from '../../../examples/merchant-portal/src/words/zh-cn-rest.ts'
import { blockerProfiles, textsEn, textsZhCn } from '../../../src/domain/index.ts'
import { createLifecycle, type LifecycleRecord, requirements } from '../../../src/machine/index.ts'
import { goldenLife } from '../../backend/recorded.ts'

const lives = ['closure', 'damaged', 'imposed', 'reinstatement', 'stolen', 'third-party']

/** Codes that a merchant reads of as somebody else's turn, at every step of the recorded lives. */
const othersTurns = async (): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const name of lives) {
    const { record, entries } = await goldenLife(name)
    const { fold } = createLifecycle({ policy: record.context.policy })
    let then: LifecycleRecord | undefined
    for (const entry of entries) {
      then = fold([entry], then)
      const asked = requirements(then, { at: entry.at, viewer: 'merchant' })
      const { pastDue, currentlyDue, eventuallyDue, pendingVerification } = asked
      for (const { code, owner } of [...pastDue, ...currentlyDue, ...eventuallyDue, ...pendingVerification])
        if (owner !== 'merchant' && !isUnclear(code)) found.add(code)
    }
  }
  return found
}

const tables = [
  ['en', restPhrasesEn, textsEn],
  ['zh-CN', restPhrasesZhCn, textsZhCn],
] as const

describe('What a merchant reads of another one’s turn', () => {
  it.each(tables)(
    'has words of its own for each that comes up in a recorded life (%s)',
    async (_, { theirs }) => {
      const codes = [...(await othersTurns())]
      expect(codes.length).toBeGreaterThan(15)
      expect(codes.filter((code) => theirs[code] === undefined)).toEqual([])
    },
  )

  it.each(tables)(
    'is for codes that exist, and begins with no order to anybody (%s)',
    (_, { theirs }, { blocker }) => {
      for (const [code, text] of Object.entries(theirs)) {
        expect(Object.keys(blockerProfiles)).toContain(code)
        expect(text, code).not.toBe(blocker[code as keyof typeof blocker])
        expect(text, code).not.toMatch(
          /^(?:请|(?:Check|Pay|State|Record|Read|Report|Have|Void|Erase|Inspect|Unbind)\b)/,
        )
      }
    },
  )

  const words = (rest: RestPhrases) =>
    turnWords(
      {
        why: ({ code }: { code: string }) => `${code}. Do it.`,
        say: (_kind: string, code: string) => code,
        phrases: { yourTurn: 'Your turn', whoseTurn: (who: string, why: string) => `${who}: ${why}` },
      } as never,
      rest,
    )

  it('says of a code of a newer server how it stands, and not what somebody else is to do', () => {
    const { turn, reason } = words(restPhrasesEn)
    expect(turn({ code: 'NEWER' as never, owner: 'provider' }, '1')).toBe('NEWER.')
    expect(reason({ code: 'NEWER' as never, owner: 'provider' }, '1')).toBe('provider: NEWER.')
    expect(turn({ code: 'NEWER' as never, owner: 'merchant' }, '1')).toBe('NEWER. Do it.')
  })

  it('names nobody twice', () => {
    const { reason } = words(restPhrasesEn)
    expect(reason({ code: 'REVIEW_OPEN', owner: 'provider' }, '1')).toBe(restPhrasesEn.theirs.REVIEW_OPEN)
    expect(reason({ code: 'REVIEW_OPEN', owner: 'merchant' }, '1')).toBe('Your turn: REVIEW_OPEN. Do it.')
  })
})
