import { expect, test } from 'vitest'
import { InvalidInputError } from '../../src/errors/index.ts'
import { csvText, type PortfolioEntry, portfolioColumns, readPortfolio } from '../../src/schemas/index.ts'
import { dressed, secretCodes, secrets } from '../support/secrets.ts'
import { cells, goodRow, type Row } from './examples/portfolio-rows.ts'
import { chunks, collect } from './examples/streams.ts'

const at = '2026-03-02T09:30:00+08:00'
const read = (rows: readonly (readonly string[])[]): Promise<PortfolioEntry[]> =>
  collect(readPortfolio(chunks([csvText(rows)]), { at }))
const rowWith = (column: string, text: string): Row => ({ ...goodRow, [column]: text })

test('every cell of a portfolio refuses a secret by its column, and never repeats it [C-01]', async () => {
  let tried = 0
  const [kept = ''] = Object.values(secrets)
  for (const column of portfolioColumns)
    for (const secret of Object.values(secrets))
      for (const text of dressed(secret).slice(tried % 4, (tried % 4) + 1)) {
        const [entry] = await read(cells([rowWith(column, text)]))
        tried += 1
        expect(entry && 'terminal' in entry, `${column} ${dressed(secret).indexOf(text)}`).toBe(false)
        const { issues = [] } = (entry ?? {}) as { issues?: readonly { code: string; column: string }[] }
        expect(issues.map((issue) => issue.column)).toContain(column)
        expect(JSON.stringify(entry)).not.toContain(secret)
      }
  expect(tried).toBeGreaterThan(100)
  const [named] = await read(cells([rowWith('merchantName', kept)]))
  expect(named && 'issues' in named && named.issues.every(({ code }) => secretCodes.has(code))).toBe(true)
})

test('a column that is named after a secret is told by its place [C-01]', async () => {
  for (const secret of Object.values(secrets)) {
    const error = await read([[...portfolioColumns, secret]]).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(InvalidInputError)
    expect((error as InvalidInputError).issues).toMatchObject([
      { code: 'UNKNOWN_COLUMN', column: portfolioColumns.length + 1 },
    ])
    expect(JSON.stringify(error) + String(error)).not.toContain(secret)
  }
})
