import { describe, expect, test } from 'vitest'
import { netIsWhole } from '../../src/domain/index.ts'

const yuan = (amount: number) => ({ amount, currency: 'CNY' })

describe('a net', () => {
  test.each([
    ['alone is whole: nobody says of what it is made', { net: yuan(90) }, true],
    ['that is gross less fees is whole', { net: yuan(90), gross: yuan(100), fees: yuan(10) }, true],
    ['that is more than that is not', { net: yuan(91), gross: yuan(100), fees: yuan(10) }, false],
    ['that is less than that is not', { net: yuan(89), gross: yuan(100), fees: yuan(10) }, false],
    [
      'below nothing is whole where the fees are more',
      { net: yuan(-5), gross: yuan(5), fees: yuan(10) },
      true,
    ],
    ['beside its gross alone is not whole', { net: yuan(90), gross: yuan(90) }, false],
    ['beside its fees alone is not whole', { net: yuan(90), fees: yuan(0) }, false],
    ['that is not told is whole beside both', { gross: yuan(100), fees: yuan(10) }, true],
    ['that is not told is not whole beside one', { gross: yuan(100) }, false],
    ['that is not told, of nothing, is whole', {}, true],
  ])('%s', (_, told, expected) => {
    expect(netIsWhole(told)).toBe(expected)
  })
})
