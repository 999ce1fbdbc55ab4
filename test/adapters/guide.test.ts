import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  type BlockerCode,
  blockerCodes,
  errorCodes,
  eventTypes,
  type Locale,
  locales,
  textOf,
} from '../../src/domain/index.ts'
import { waits, waitsForTheEnd } from './closure.ts'
import { adaptersTable } from './table.ts'

const fileOf = (locale: Locale) =>
  fileURLToPath(
    new URL(`../../docs/guides/adapters${locale === 'en' ? '' : `.${locale}`}.md`, import.meta.url),
  )

describe.each(locales)('The guide to the adapters in %s', (locale) => {
  const guide = readFileSync(fileOf(locale), 'utf8')

  it('has the table of what the adapters do with each order', async () => {
    const [, table = ''] = guide.split(/<!-- table: orders -->\n\n|\n\n<!-- end -->/)
    expect(table).toBe(await adaptersTable(locale))
  })

  it('names each state in which a closure waits for a person, whose it is, and the act', () => {
    const states = [...Object.entries(waits), ['readStatus', waitsForTheEnd] as const]
    const rows = states.map(
      ([kind, { code, owner, tells }]) =>
        `| \`${kind}\` | \`${code}\` ${textOf('blocker', code as BlockerCode, locale)} | ${textOf('role', owner, locale)} | \`${tells}\` |`,
    )
    expect(rows.filter((row) => !guide.includes(row))).toEqual([])
  })

  it('leads to files, requirements and events that there are', () => {
    const links = [...guide.matchAll(/\]\(([^):#]+)\)/g)].map(([, link]) => link as string)
    expect(links.filter((link) => !existsSync(`${dirname(fileOf(locale))}/${link}`))).toEqual([])
    const words = [...guide.matchAll(/`([A-Za-z_.]+)`/g)].map(([, word]) => word as string)
    const codes = words.filter((word) => /^[A-Z]+_[A-Z_]+$/.test(word))
    const known = ['PAIRING_CODE_NEEDED', ...blockerCodes, ...errorCodes]
    expect(codes.filter((word) => !known.includes(word))).toEqual([])
    const events = words.filter(
      (word) => /^[a-z]+[A-Za-z]*\.[a-z][A-Za-z]+$/.test(word) && !/^(call|runtime|assignment)\./.test(word),
    )
    expect(events.filter((word) => !(eventTypes as readonly string[]).includes(word))).toEqual([])
  })
})
