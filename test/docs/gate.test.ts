import { describe, expect, it } from 'vitest'
import { gateFaults } from '../../scripts/gate.ts'
import type { Requirement } from '../../scripts/requirements.ts'

const row = (id: string, kind: string): Requirement => ({ id, kind, line: 'something is done', about: [] })
const cited = (id: string, tested = true) => ({ id, file: 'test/a.ts', tested })
const waiting = (id: string) => ({ id, waitsFor: 'pages', missing: 'a page' }) as const

describe('the gate', () => {
  it('stops a row of a kind that is carried out and that no test cites', () => {
    const rows = [row('R-001', 'Step'), row('R-002', 'Context'), row('R-003', 'Contradiction, low')]
    expect(gateFaults(rows, [], [], [])).toEqual(['R-001 (Step) has no test: something is done'])
    expect(gateFaults(rows, [cited('R-001', false)], [], [])).toHaveLength(1)
    expect(gateFaults(rows, [cited('R-001')], [], [])).toEqual([])
  })

  it('lets a row wait that is on the list, which only shrinks', () => {
    const rows = [row('R-001', 'Guard')]
    expect(gateFaults(rows, [], [], [waiting('R-001')], 1)).toEqual([])
    expect(gateFaults(rows, [cited('R-001')], [], [waiting('R-001')], 1)).toEqual([
      'docs/waiting.json: R-001 has a test now, strike it out',
    ])
    expect(gateFaults(rows, [], [], [waiting('R-001'), waiting('R-002')], 1)).toHaveLength(1)
    expect(gateFaults([], [], [], [waiting('R-999')], 1)).toEqual([
      'docs/waiting.json: R-999 is no requirement',
    ])
  })

  it('stops a title for more than three rows, and a citation of a row that is none', () => {
    const four = ['R-001', 'R-002', 'R-003', 'R-004']
    expect(gateFaults([], [], [['test/a.ts', four]], [])).toHaveLength(1)
    expect(gateFaults([], [], [['test/a.ts', four.slice(1)]], [])).toEqual([])
    expect(gateFaults([], [cited('R-999')], [], [])).toEqual([
      'test/a.ts cites R-999, which is no requirement',
    ])
  })
})
