import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

describe('purge', () => {
  it('says why a life must be kept, in both languages', async () => {
    const { end, said } = await ask('purge', held, '--dry-run')
    expect([end, said.split('\n')[0]]).toEqual([
      1,
      expect.stringContaining(`${held} · NOT_ALLOWED_IN_STATE · `),
    ])
    expect((await ask('purge', held, '--dry-run', '--locale', 'zh-CN')).said).toContain('将销毁 0 个终端')
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
      expect.stringContaining('old · purged 2026-03-02T09:00:00+08:00 by archivist-1 · '),
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
