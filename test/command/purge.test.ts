import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { retentionCn } from '../../src/domain/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { changesTo, deadline } from '../runtime/records.ts'
import { desk, held, portfolio } from './desk.ts'

const closedAt = '2016-01-02T10:00:00+08:00'
const { folder, data, ask } = desk()

beforeAll(async () => {
  await ask('import', portfolio)
  const documents = sqliteDocuments(join(data, 'documents.db'))
  const owner = { acquirerId: 'acq-1', role: 'merchant', organisationId: 'M1' } as const
  const paper = { owner, type: 'identity_proof', mediaType: 'text/plain' } as const
  const { documentId, digest } = await documents.keep(paper, new TextEncoder().encode('somebody'), closedAt)
  await documents.close()
  const store = sqliteStore(join(data, 'terminals.db'))
  const wanted = { lifecycleId: 'old', closedAt, deadlines: [deadline('tidQuarantine', closedAt, 'fired')] }
  const [first, last] = await changesTo({ lifecycleId: 'old' }, wanted)
  if (!first || !last?.answer.accepted) throw new Error('no change')
  const { record } = last.answer
  const onFile = {
    id: documentId,
    type: 'identity_proof',
    digest,
    addedBy: 'm1',
    checkedBy: null,
    isRejected: false,
    for: null,
  }
  const context = { ...record.context, documents: { [documentId]: onFile } }
  await store.commit([
    first,
    { ...last, answer: { ...last.answer, record: { ...record, context } as never } },
  ])
  await store.close()
})

describe('A life that cannot be read', () => {
  it('is named by a purge that leaves it out, which does not end well', async () => {
    const damaged = join(folder, 'damaged')
    await ask('backup', damaged)
    const database = new DatabaseSync(join(damaged, 'terminals.db'))
    database.exec("UPDATE record SET context = '{}' WHERE lifecycle_id = 'old'")
    database.close()
    const { end, said, complaints } = await ask('--data', damaged, 'purge', '--dry-run')
    expect([end, complaints]).toEqual([
      1,
      expect.stringMatching(/^old: CORRUPT_RECORD: .* \(old \/context\/identity\)$/),
    ])
    expect(said).toContain('Would purge 0 lives')
  })
})

describe('purge --rules', () => {
  const ownRules = (differs: object) => {
    const path = join(folder, 'rules.json')
    writeFileSync(path, JSON.stringify({ ...retentionCn, ...differs }))
    return path
  }

  it('goes by the rules of a file, and says by which', async () => {
    const rules = ownRules({ life: { years: 15, basis: 'an act of another country, section 9' } })
    const { end, said } = await ask('purge', '--dry-run', '--rules', rules)
    expect([end, said]).toEqual([
      0,
      'Would purge 0 lives and 1 paper; 0 refused, 1 kept for their years.\nLives are kept for 15 years by an act of another country, section 9.',
    ])
    const forEver = ownRules({ life: { years: null, basis: 'a contract' } })
    expect((await ask('purge', '--dry-run', '--rules', forEver)).said).toContain(
      'as long as their own clock says, by a contract.',
    )
    expect((await ask('purge', '--dry-run', '--rules', forEver, '--locale', 'zh-CN')).said).toContain(
      '终端档案保存至其自身的保存期限届满，依据：a contract。',
    )
  })

  it.each([
    ['/rules/life/years OUT_OF_RANGE', { life: { years: '10', basis: 'a law' } }],
    ['/rules/otherPapers REQUIRED', { otherPapers: null }],
    ['/rules/identityPapers/basis REQUIRED', { identityPapers: { years: 3 } }],
    ['/rules/identityPapers/basis TOO_LONG', { identityPapers: { years: 3, basis: 'x'.repeat(501) } }],
    ['/rules/identityPaper UNKNOWN_FIELD', { identityPaper: { years: 3, basis: 'a law' } }],
    ['/rules/life/basis', { life: { years: 10, basis: 'card 4111111111111111' } }],
  ])('purges nothing by a file in which something is wrong, and says what: %s', async (where, differs) => {
    const { end, said, complaints } = await ask('purge', '--rules', ownRules(differs))
    expect([end, said]).toEqual([3, ''])
    expect(complaints).toContain(`(${where})`)
    expect(complaints).not.toContain('4111')
    expect((await ask('purge', '--dry-run')).said).toContain('Would purge 1 life')
  })

  it('names a file that is none', async () => {
    const path = join(folder, 'none.json')
    writeFileSync(path, '[]')
    expect((await ask('purge', '--rules', path)).complaints).toContain('none.json')
    expect((await ask('purge', '--rules', join(folder, 'absent.json'))).end).toBe(3)
  })
})

describe('purge', () => {
  it('says why a life must be kept, in both languages', async () => {
    const { end, said } = await ask('purge', held, '--dry-run')
    expect([end, said.split('\n')[0]]).toEqual([
      1,
      `${held} · NOT_ALLOWED_IN_STATE · It is not closed, and only closed lives are purged.`,
    ])
    const chinese = (await ask('purge', held, '--dry-run', '--locale', 'zh-CN')).said
    expect(chinese).toContain('将销毁 0 个终端')
    expect(chinese).toContain('NOT_ALLOWED_IN_STATE · 该终端尚未关闭，只有已关闭的终端才会销毁。')
    expect((await ask('purge', 'nobody')).end).toBe(1)
  })

  it('says what it would purge, then purges it with its papers, and is asked about it afterwards', async () => {
    const dry = await ask('purge', '--dry-run')
    expect(dry.said).toContain('Would purge 1 life and 1 paper; 0 refused, 0 kept')
    expect(dry.said).toContain('Lives are kept for 10 years by Anti-Money-Laundering Law (2024), article 34.')
    const { dryRun, purged, rules } = JSON.parse((await ask('purge', '--dry-run', '--json')).said)
    expect(rules).toEqual(retentionCn)
    expect([dryRun, purged[0].lifecycleId]).toEqual([true, 'old'])
    const { end, said } = await ask('purge', '--person', 'archivist-1')
    expect([end, said]).toEqual([
      0,
      expect.stringContaining('old · purged 2 March 2026, 09:00 by archivist-1 · '),
    ])
    for (const command of ['purge', 'verify'])
      expect((await ask(command, 'old')).said).toContain('by archivist-1')
    expect((await ask('purge')).said).toContain('Purged 0 lives')
    expect((await ask('audit')).said).toBe('Nothing.')
  })
})

describe('dossier --csv', () => {
  it('writes four tables beside each other, and asks for a name', async () => {
    const out = join(folder, 'dossier')
    expect((await ask('dossier', held, '--csv')).end).toBe(2)
    expect((await ask('dossier', held, '--csv', '--out', out, '--locale', 'zh-CN')).end).toBe(0)
    for (const name of ['journal', 'money', 'devices', 'papers'])
      expect(existsSync(`${out}.${name}.csv`)).toBe(true)
    expect(readFileSync(`${out}.journal.csv`, 'utf8').startsWith('\uFEFF序号,')).toBe(true)
  })
})
