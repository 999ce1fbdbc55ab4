import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { postgresStore } from '../../../src/runtime/postgres.ts'
import { changeTo } from '../records.ts'
import { newHome, testPool } from './homes.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const blocks = (page: string, kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code)

describe.each(['postgresql', 'postgresql.zh-CN'])('The guide %s', (name) => {
  const page = read(`docs/guides/${name}.md`)

  it('shows the program that the types of `pg` are checked with', () => {
    expect(blocks(page, 'ts')).toEqual([read('tools/postgres/guide.ts')])
  })

  it('grants a role all that a process needs', async () => {
    const { store, pool, schema } = newHome()
    await store.has('')
    const role = `role_${schema}`
    const [grants = ''] = blocks(page, 'sql')
    await pool.query(`CREATE ROLE ${role}`)
    await pool.query(grants.replaceAll('terminal_lifecycle', schema).replaceAll('TO terminals', `TO ${role}`))
    const own = testPool({ options: `-c role=${role}` })
    expect(await postgresStore(own, { schema }).commit([await changeTo({})])).toEqual(['committed'])
    await own.end()
    await pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
    await store.close()
  })
})
