import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { referenceFile, referenceText } from '../../scripts/reference.ts'
import { catalogueFields } from '../../scripts/settings.ts'
import { settingsWords } from '../../scripts/settings-words.ts'
import {
  audiences,
  blockerCodes,
  departments,
  eventTypes,
  locales,
  noticeTemplates,
  systemsOperationNames,
  ticketTopics,
} from '../../src/domain/index.ts'

import { portfolioColumns } from '../../src/schemas/index.ts'

const settings = [...Object.keys(settingsWords.en.policy), ...catalogueFields.map(({ path }) => path)]

const codes = [
  ...eventTypes,
  ...blockerCodes,
  ...systemsOperationNames,
  ...noticeTemplates,
  ...audiences,
  ...ticketTopics,
  ...departments,
]

describe.each(locales)('The reference page in %s', (locale) => {
  it('is what the tables say today: else run node scripts/reference.ts', () => {
    expect(readFileSync(referenceFile(locale), 'utf8')).toBe(referenceText(locale))
  })

  it('has a row for every event, blocker, operation, notice and ticket, and a word for everything', () => {
    const text = referenceText(locale)
    for (const code of codes) expect(text).toContain(`\n| \`${code}\` | `)
    for (const name of settings) expect(text).toContain(`\n| \`${name}\` | `)
    for (const column of portfolioColumns) expect(text).toContain(`\n| \`${column}\` | `)
    expect(text).not.toMatch(/undefined|\| [a-z]+_[a-z]+ \|/)
  })
})
