import { describe, expect, it } from 'vitest'
import { table } from '../../examples/quickstart/ui/table.ts'
import { cut, padEnd, padStart, widthOf, wrap } from '../../examples/quickstart/ui/width.ts'

describe('The width of a text in a terminal', () => {
  it('counts a Chinese character twice and a colour not at all', () => {
    expect(widthOf('听雨轩茶舍')).toBe(10)
    expect(widthOf('岭南小馆（南山店）')).toBe(18)
    expect(widthOf('\u001b[32mPAX A920\u001b[39m')).toBe(8)
    expect(widthOf('e\u0301tat')).toBe(4)
    expect(widthOf('')).toBe(0)
  })

  it('is filled up from either side', () => {
    expect(padEnd('商户', 6)).toBe('商户  ')
    expect(padStart('商户', 6)).toBe('  商户')
    expect(padEnd('already longer', 4)).toBe('already longer')
  })

  it('never cuts a Chinese character in half', () => {
    expect(cut('终端清单', 5)).toBe('终端…')
    expect(cut('终端清单', 6)).toBe('终端…')
    expect(cut('终端清单', 8)).toBe('终端清单')
  })

  it('breaks lines between Chinese characters and between words', () => {
    expect(wrap('设备尚未归还。请归还设备', 12)).toEqual(['设备尚未归', '还。请归还设', '备'])
    expect(wrap('Return it, or report it lost.', 14)).toEqual(['Return it, or', 'report it', 'lost.'])
    expect(wrap('fits', 14)).toEqual(['fits'])
  })

  it('keeps the columns of a table below each other, whatever the language of a cell', () => {
    const lines = table(
      [{ head: '商户' }, { head: 'Amount', right: true }],
      [
        ['听雨轩茶舍', '9.00'],
        ['A', '100.00'],
      ],
    )
    expect(lines).toEqual([
      '商户        Amount',
      '──────────  ──────',
      '听雨轩茶舍    9.00',
      'A           100.00',
    ])
    expect(new Set(lines.map(widthOf))).toEqual(new Set([18]))
  })
})
