import { describe, expect, it } from 'vitest'
import { Document } from '../../src/schemas/index.ts'
import { allDocuments } from './examples/documents.ts'

interface Money {
  amount: number
  currency: string
}
const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value

/** Every amount of money in a paper. */
const amountsIn = (value: unknown): readonly Money[] =>
  isMoney(value)
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(amountsIn)
      : []

const several = allDocuments.filter((paper) => amountsIn(paper).length > 1)
const codesOf = (paper: unknown) =>
  Document.safeParse(paper).error?.issues.map((issue) =>
    'params' in issue ? issue.params?.code : issue.code,
  ) ?? []

describe('the amounts of a paper', () => {
  it.each(several.map((paper) => [paper.type, paper] as const))(
    'are of one currency, each of them: %s',
    (_, paper) => {
      for (const [place] of amountsIn(paper).entries()) {
        const changed = structuredClone(paper)
        const amount = amountsIn(changed)[place]
        if (amount) amount.currency = 'USD'
        expect(codesOf(changed), `amount ${place}`).toContain('CURRENCY_MISMATCH')
      }
    },
  )
})
