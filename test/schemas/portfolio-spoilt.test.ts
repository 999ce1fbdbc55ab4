import { describe, expect, it } from 'vitest'
import type { InvalidInputError } from '../../src/errors/index.ts'
import { csvText, readPortfolio } from '../../src/schemas/index.ts'
import { at } from './examples/papers.ts'
import { cells, numbered, plainRow, type Row } from './examples/portfolio-rows.ts'
import { chunks, collect } from './examples/streams.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const written = (rows: readonly Row[]) => csvText(cells(rows)).slice(1)
const read = (file: string | Uint8Array) => collect(readPortfolio(chunks([file]), { at }))

describe('UTF-8 that was read as something else and saved again', () => {
  const named = (merchantName: string) => utf8(written([numbered({ ...plainRow, merchantName }, 1)]))
  const readAs = (name: string, encoding: string) => new TextDecoder(encoding).decode(utf8(name))

  it.each([
    ['Western Windows', readAs('晨光便利店', 'windows-1252')],
    ['Western Windows, of French', readAs('École Müller', 'windows-1252')],
    ['GBK', readAs('晨光', 'gbk')],
    ['GBK, with its last byte lost', readAs('晨光便利店', 'gbk').replace('\uFFFD', '?')],
  ])('is opened by nobody: %s', async (_, name) => {
    expect(name).not.toContain('\uFFFD')
    for (const mark of [[], [0xef, 0xbb, 0xbf]]) {
      const told = await read(Uint8Array.from([...mark, ...named(name)])).then(
        (entries) => entries.map((entry) => ('issues' in entry ? entry.issues[0]?.code : 'opened')),
        (error: InvalidInputError) => error.issues.map(({ code }) => code),
      )
      expect(['NOT_UTF8', 'ENCODING_UNCLEAR'], name).toContain(told.join())
    }
  })

  it.each(['茅台', '婢绰', 'Straße – Süd', '小山石'])('but %s is what it is', async (merchantName) => {
    expect(await read(named(merchantName))).toMatchObject([{ merchant: { merchantName } }])
  })

  it('is told by the whole file: with one good name beside it, nothing is sure', async () => {
    const both = [readAs('晨光', 'gbk'), '晨光'].map((merchantName, place) =>
      numbered({ ...plainRow, merchantName }, place),
    )
    expect((await read(utf8(written(both)))).every((entry) => 'merchant' in entry)).toBe(true)
  })
})

describe('a row', () => {
  it.each(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '########'])('with %s is mended first', async (cell) => {
    const [entry] = await read(written([numbered({ ...plainRow, merchantName: cell, model: cell }, 1)]))
    expect(entry).toMatchObject({
      issues: [
        { column: 'model', code: 'CELL_ERROR' },
        { column: 'merchantName', code: 'CELL_ERROR' },
      ],
    })
    const [other] = await read(written([numbered({ ...plainRow, merchantName: '#1 Noodles' }, 1)]))
    expect(other).toMatchObject({ merchant: { merchantName: '#1 Noodles' } })
  })
})
