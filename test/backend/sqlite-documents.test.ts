import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { statementTexts } from '../../src/backend/sqlite/statements.ts'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { systemEnvironment } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { documentsConformance } from './documents-conformance.ts'
import { announcementOf, at, bytesOf, later, owner, proofBytes, sent } from './papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-documents-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const path = () => {
  files += 1
  return join(folder, `${files}.db`)
}
const bytes = proofBytes()

/** Time passes where somebody waits, and nowhere else. */
const patient = () => {
  let now = 0
  const sleep = async (milliseconds: number) => {
    now += milliseconds
  }
  return { ...systemEnvironment, now: () => now, sleep }
}

documentsConformance('sqliteDocuments', (options) => sqliteDocuments(':memory:', options))

describe('sqliteDocuments on a file', () => {
  it('goes on where it was when the file is opened again, also by two at once', async () => {
    const file = path()
    const first = sqliteDocuments(file)
    await first.announce(announcementOf(bytes), at)
    await first.append('doc-a', { from: 0, bytes: bytes.slice(0, 9) }, at)
    await first.close()
    const second = sqliteDocuments(file)
    const third = sqliteDocuments(file)
    expect(await second.state('doc-a', at)).toMatchObject({ status: 'receiving', received: 9 })
    await third.append('doc-a', { from: 9, bytes: bytes.slice(9) }, at)
    expect(await second.content('doc-a')).toEqual(bytes)
    expect(await second.state('doc-a', at)).toEqual(await third.state('doc-a', at))
    await Promise.all([second.close(), third.close()])
  })

  it('judges what is whole and was not judged when its process ended', async () => {
    const file = path()
    const first = sqliteDocuments(file)
    await first.announce(announcementOf(bytes), at)
    await first.append('doc-a', { from: 0, bytes: bytes.slice(0, 9) }, at)
    await first.close()
    const database = new DatabaseSync(file)
    database
      .prepare('INSERT INTO piece (document_id, from_at, to_at, bytes) VALUES (?, ?, ?, ?)')
      .run('doc-a', 9, bytes.length, bytes.slice(9))
    database.close()
    const second = sqliteDocuments(file)
    expect(await second.state('doc-a', at)).toMatchObject({ status: 'usable' })
    await second.close()
  })

  it('leaves no byte of what is forgotten in its file', async () => {
    const file = path()
    const documents = sqliteDocuments(file)
    const secret = bytesOf('%PDF the account of somebody')
    await documents.keep({ type: 'account_info', owner, documentId: 'doc-a' }, secret, at)
    await documents.forget('doc-a', later(1))
    await documents.close()
    expect(readFileSync(file).includes('the account of somebody')).toBe(false)
  })

  it('leaves no byte of what was never finished in its file, once somebody announces something', async () => {
    const file = path()
    const documents = sqliteDocuments(file)
    await documents.announce(announcementOf(bytes), at)
    const begun = bytesOf('{"account":"of somebody')
    await documents.append('doc-a', { from: 0, bytes: begun }, at)
    await documents.announce(announcementOf(bytes, { documentId: 'doc-b' }), later(25))
    await documents.close()
    expect(readFileSync(file).includes('of somebody')).toBe(false)
  })

  it('waits while somebody else holds the lock, and says so when that takes too long', async () => {
    const file = path()
    const documents = sqliteDocuments(file, { busyTimeoutMs: 50, environment: patient() })
    await documents.announce(announcementOf(bytes), at)
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(documents.append('doc-a', { from: 0, bytes }, at)).rejects.toMatchObject({
      ...{ code: 'STORE_FAILED', failure: 'busy', retryable: true },
    })
    expect(await documents.state('doc-a', at)).toMatchObject({ received: 0 })
    other.exec('COMMIT')
    expect(await documents.append('doc-a', { from: 0, bytes }, at)).toMatchObject({ status: 'usable' })
    other.close()
    await documents.close()
    await expect(documents.state('doc-a', at)).rejects.toMatchObject({ failure: 'closed' })
  })

  it('refuses a file of records, one of a newer release, and what is damaged', async () => {
    const records = path()
    await sqliteStore(records).close()
    expect(() => sqliteDocuments(records)).toThrow(expect.objectContaining({ failure: 'foreign' }))
    const file = path()
    const documents = sqliteDocuments(file)
    await sent(documents, bytes)
    const alter = (sql: string) => {
      const database = new DatabaseSync(file)
      database.exec(sql)
      database.close()
    }
    alter("UPDATE document SET body = '{'")
    await expect(documents.state('doc-a', at)).rejects.toMatchObject({ failure: 'damaged' })
    await documents.close()
    alter('PRAGMA user_version = 99')
    expect(() => sqliteDocuments(file)).toThrow(expect.objectContaining({ code: 'FUTURE_VERSION' }))
  })

  it('answers every question from an index, and sorts nothing', async () => {
    const file = path()
    await sqliteDocuments(file).close()
    const database = new DatabaseSync(file)
    for (const [name, text] of Object.entries(statementTexts)) {
      const values = name === 'put' ? [] : Array.from(text.matchAll(/\?/g), () => 1)
      if (name === 'put') continue
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values)
      const details = plan.map(({ detail }) => String(detail))
      expect([name, ...details.filter((detail) => /SCAN|TEMP B-TREE/.test(detail))]).toEqual([name])
    }
    database.close()
  })
})
