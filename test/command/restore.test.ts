import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { restoreStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { dyingAt } from '../runtime/restoring.ts'
import { desk, held, portfolio } from './desk.ts'

const { folder, data, ask } = desk()
const inFolder = (name: string) => join(folder, name)

beforeAll(async () => {
  await ask('import', portfolio)
  await sqliteDocuments(join(data, 'documents.db')).close()
  await ask('backup', inFolder('copy'))
})

describe('restore', () => {
  it('puts a back-up into an empty folder, papers included, and what it holds agrees', async () => {
    const to = inFolder('new')
    const { end, said, complaints } = await ask('--data', to, 'restore', inFolder('copy'))
    expect([end, said]).toEqual([
      0,
      '25 lives, 25 entries written, 0 left out, 0 damaged, 0 not what they were.',
    ])
    expect(complaints.split('\n')).toEqual([
      `${join(to, 'terminals.db')} written`,
      `${join(to, 'documents.db')} written`,
    ])
    expect((await ask('--data', to, 'audit')).said).toBe('Nothing.')
    expect((await ask('--data', to, 'verify')).said).toBe('25 lives, 25 entries: whole and unaltered.')
    const json = JSON.parse(
      (await ask('--data', inFolder('json'), 'restore', inFolder('copy'), '--json')).said,
    )
    expect(json).toMatchObject({ lives: 25, leftOut: 0, flawed: [], differing: [] })
  })

  it('refuses a folder that has records already, or papers of nobody knows whom', async () => {
    mkdirSync(inFolder('papers'))
    writeFileSync(join(inFolder('papers'), 'documents.db'), '')
    for (const to of [data, inFolder('papers')]) {
      const { end, complaints } = await ask('--data', to, 'restore', inFolder('copy'))
      expect(end).toBe(3)
      expect(complaints).toMatch(/^STORE_FAILED occupied: .* a restore never writes over what is there\. /)
      expect(complaints.endsWith(` (${to})`)).toBe(true)
    }
    expect((await ask('--data', inFolder('void'), 'restore', inFolder('nothing'))).end).toBe(3)
    expect(existsSync(inFolder('void'))).toBe(false)
    expect((await ask('restore')).end).toBe(2)
  })

  it('goes on with what a call that was killed had begun, which no server can open meanwhile', async () => {
    const to = inFolder('killed')
    mkdirSync(to)
    const [source, target] = [
      sqliteStore(join(inFolder('copy'), 'terminals.db')),
      sqliteStore(join(to, 'terminals.db.restoring')),
    ]
    await expect(restoreStore(source, dyingAt(target, 0))).rejects.toThrow()
    await Promise.all([source.close(), target.close()])
    expect((await ask('--data', to, 'audit')).end).toBe(3)
    const { end, said } = await ask('--data', to, 'restore', inFolder('copy'), '--locale', 'zh-CN')
    expect([end, said]).toEqual([0, '25 个终端，写入 25 条日志，略过 0 个，受损 0 个，与原先不一致 0 个。'])
    expect(existsSync(join(to, 'terminals.db.restoring'))).toBe(false)
  })

  it('names each life that is damaged, and says what it did with it', async () => {
    await ask('backup', inFolder('spoilt'))
    const database = new DatabaseSync(join(inFolder('spoilt'), 'terminals.db'))
    database.exec(`UPDATE record SET context = '{' WHERE lifecycle_id = '${held}'`)
    database.close()
    const left = await ask('--data', inFolder('left'), 'restore', inFolder('spoilt'))
    expect(left.end).toBe(1)
    expect(left.said).toContain(`${held} · left out · UNREADABLE · What is stored cannot be read.`)
    expect(left.said).toContain('24 lives, 24 entries written, 1 left out, 1 damaged')
    expect((await ask('--data', inFolder('left'), 'audit')).said).toBe('Nothing.')
    const made = await ask('--data', inFolder('made'), 'restore', inFolder('spoilt'), '--from-journal')
    expect(made.said).toContain(`${held} · made anew from its journal`)
    expect(made.said).toContain('25 lives, 25 entries written, 0 left out, 1 damaged')
    expect((await ask('--data', inFolder('made'), 'audit')).said).toBe('Nothing.')
  })

  it('finds no place to go on from in a back-up that its records lack: they are copied behind it, papers last', async () => {
    await sqliteDeliveries(join(data, 'webhooks.db')).close()
    const { complaints } = await ask('backup', inFolder('in-order'))
    const inOrder = ['webhooks.db', 'terminals.db', 'documents.db'].map((name) =>
      join(inFolder('in-order'), name),
    )
    expect(complaints.split('\n')).toEqual(inOrder.map((path) => `${path} copied`))
    const begunAt = inOrder.map((path) => statSync(path, { bigint: true }).birthtimeNs)
    expect(begunAt).toEqual(begunAt.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(new Set(begunAt).size).toBe(inOrder.length)
  })
})
