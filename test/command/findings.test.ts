import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../src/domain/index.ts'
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
})
