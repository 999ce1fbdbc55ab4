import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { findingText } from '../../src/command/findings.ts'
import { locales } from '../../src/domain/index.ts'
import { type FindingDetail, type FindingDetails, found } from '../../src/runtime/finding-details.ts'
import { desk, held, portfolio } from './desk.ts'

const { folder, ask } = desk()
const chinese = /\p{Script=Han}/u
/** Sentences of English; codes, ids and names of orders are said as they are. */
const english = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/

const spoilt: readonly (readonly [code: string, statement: string])[] = [
  ['CHAIN_BROKEN', `UPDATE journal SET body = replace(body, 'LICENCE_EXPIRED', 'RULE_VIOLATION')`],
  ['UNREADABLE', `UPDATE record SET context = '{' WHERE lifecycle_id = '${held}'`],
  ['WORK_DIFFERS', `DELETE FROM work_order WHERE lifecycle_id = '${held}'`],
  ['ORDER_STUCK', `UPDATE work_order SET attempts = 40, last_error = 'HTTP_503'`],
]

/** Each detail there is, with what it names. */
const details: { readonly [Name in FindingDetail]: FindingDetails[Name] } = {
  LISTED_ALONE: {},
  PURGED_AND_THERE: {},
  RECORD_MISSING: {},
  ENTRY_MISSING: { entry: 71 },
  ENTRY_UNLINKED: { entry: 71 },
  ENTRY_ALTERED: { entry: 71 },
  MARK_MISSING: { entry: 71 },
  HEAD_DIFFERS: {},
  ENTRIES_DIFFER: { version: 71, entries: 83 },
  RECORD_DIFFERS: {},
  ORDERS_DIFFER: {},
  TIMERS_DIFFER: {},
  WORK_LIST_DIFFERS: {},
  TRIED_OFTEN: { order: 'unbind', orderId: 'life-1/71/0', attempts: 83, last: 'HTTP_503' },
  LONG_PAST: { deadlineId: 'drainDue', due: '2026-03-02T00:00:00Z' },
  FAILED: { error: 'CORRUPT_RECORD', place: '/journal/71', message: 'CORRUPT_RECORD /journal/71' },
  FAILED_ELSEWHERE: {},
  NUMBER_TAKEN: {},
  ENTRY_UNREADABLE: { entry: 71 },
  ENTRY_UNTOLD: { entry: 71 },
  NOT_THERE: {},
  CARRIED_OVER_DIFFERS: {},
  OTHER_END: {},
  OTHER_RECORD: {},
}

beforeAll(async () => {
  await ask('import', portfolio)
})

describe('What an audit found', () => {
  it.each(spoilt)('is said in both languages, its code and its names alike: %s', async (code, statement) => {
    const copy = join(folder, code)
    await ask('backup', copy)
    const database = new DatabaseSync(join(copy, 'terminals.db'))
    database.exec(statement)
    database.close()
    const audit = async (...args: readonly string[]) => (await ask('--data', copy, 'audit', ...args)).said
    const said = await Promise.all(locales.map((locale) => audit('--locale', locale)))
    for (const text of said) expect(text).toContain(code)
    const [zh = '', en = ''] = said
    expect(en).not.toMatch(chinese)
    for (const line of zh.split('\n')) {
      expect(line).not.toMatch(english)
      expect(line.split(' · ').at(-1)).toMatch(chinese)
    }
    const [first] = JSON.parse(await audit('--json'))
    expect(first).toMatchObject({ why: expect.any(String), values: expect.any(Object) })
  })
  it.each(Object.entries(details))(
    'has words of each language, and names the same in both: %s',
    (why, values) => {
      const finding = found('life-1', 'WORK_DIFFERS', why as 'FAILED', values as FindingDetails['FAILED'])
      const [zh = '', en = ''] = locales.map((locale) => findingText(finding, locale).split(' · ').at(-1))
      expect([zh, en]).toEqual([expect.stringMatching(chinese), expect.not.stringMatching(chinese)])
      expect(zh).not.toMatch(english)
      for (const said of [zh, en]) expect(said).not.toMatch(/undefined|\{|\}/)
      for (const [name, value] of Object.entries(values))
        if (name !== 'message') for (const said of [zh, en]) expect(said).toContain(String(value))
    },
  )
})
