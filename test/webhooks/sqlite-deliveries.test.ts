import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { connectTo } from '../../src/runtime/sqlite/connection.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { deliveriesOver } from '../../src/webhooks/sqlite/deliveries.ts'
import { applicationId, versions } from '../../src/webhooks/sqlite/schema.ts'
import { prepareStatements } from '../../src/webhooks/sqlite/statements.ts'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { eventually, manualEnvironment, settled } from '../runtime/manual-environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-deliveries-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileAt = (name: string) => join(folder, `${name}.db`)
const environment = manualEnvironment()

const plan = {
  ...{ endpointId: 'e', from: null, to: 'c1', now: 100 },
  deliveries: [{ id: 'id', lifecycleId: 'a', version: 1, body: 'words of a person' }],
}
const claim = { endpointId: 'e', worker: 'w1', now: 100, leaseUntil: 200, limit: 9 }

describe('the file of deliveries', () => {
  it('keeps everything when it is closed and opened again', async () => {
    const path = fileAt('again')
    const first = sqliteDeliveries(path, { environment })
    await first.plan(plan)
    await first.close()
    await expect(first.standing('e')).rejects.toMatchObject({ failure: 'closed' })
    const second = sqliteDeliveries(path, { environment })
    expect(await second.claim(claim)).toMatchObject([{ body: 'words of a person' }])
    await second.close()
  })

  it('gives one delivery to one of two that ask', async () => {
    const path = fileAt('two')
    const [one, other] = [sqliteDeliveries(path, { environment }), sqliteDeliveries(path, { environment })]
    expect(await Promise.all([one.plan(plan), other.plan(plan)])).toEqual([true, false])
    const claims = await Promise.all([one.claim(claim), other.claim({ ...claim, worker: 'w2' })])
    expect(claims.flat()).toHaveLength(1)
    await Promise.all([one.close(), other.close()])
  })

  it('is refused where it is another program’s, the records’ own, or of a newer release', async () => {
    const foreign = fileAt('foreign')
    const database = new DatabaseSync(foreign)
    database.exec('CREATE TABLE mine (x)')
    database.close()
    expect(() => sqliteDeliveries(foreign, { environment })).toThrow(
      expect.objectContaining({ failure: 'foreign' }),
    )
    const records = fileAt('records')
    await sqliteStore(records).close()
    expect(() => sqliteDeliveries(records, { environment })).toThrow(
      expect.objectContaining({ failure: 'foreign' }),
    )
    const newer = fileAt('newer')
    await sqliteDeliveries(newer, { environment }).close()
    const later = new DatabaseSync(newer)
    later.exec('PRAGMA user_version = 99')
    later.close()
    expect(() => sqliteDeliveries(newer, { environment })).toThrow(
      expect.objectContaining({ code: 'FUTURE_VERSION' }),
    )
    expect(() => sqliteDeliveries(join(folder, 'none', 'x.db'), { environment })).toThrow(
      expect.objectContaining({ failure: 'unavailable' }),
    )
  })

  it('is durable: every transaction is on the disk before it is acknowledged', async () => {
    const path = fileAt('pragmas')
    const deliveries = sqliteDeliveries(path, { environment })
    const database = new DatabaseSync(path)
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
    await deliveries.close()
  })

  it('is waited for while another holds its lock, and given up when the time is over', async () => {
    const path = fileAt('locked')
    const time = manualEnvironment()
    const deliveries = sqliteDeliveries(path, { environment: time, busyTimeoutMs: 300 })
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    const refused = expect(deliveries.plan(plan)).rejects.toMatchObject({ failure: 'busy', retryable: true })
    await settled()
    expect(time.sleepers.size).toBe(1)
    await time.advance(300)
    await refused
    const waiting = deliveries.plan(plan)
    await settled()
    other.exec('COMMIT')
    await time.advance(25)
    expect(await waiting).toBe(true)
    other.close()
    await deliveries.close()
  })

  it('that is new and locked is prepared by the first call that gets through', async () => {
    const path = fileAt('new')
    const other = new DatabaseSync(path)
    other.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE')
    const time = manualEnvironment()
    const deliveries = sqliteDeliveries(path, { environment: time })
    const standing = deliveries.standing('e')
    await settled()
    other.exec('COMMIT')
    other.close()
    await eventually(() => time.advance(25).then(() => expect(time.sleepers.size).toBe(0)))
    expect(await standing).toMatchObject({ waiting: 0 })
    await deliveries.close()
  })

  it('that is full takes nothing of a plan, and repeats no word of it', async () => {
    const path = fileAt('full')
    const deliveries = sqliteDeliveries(path, { environment })
    await deliveries.plan({ ...plan, deliveries: [] })
    const long = {
      ...plan,
      from: 'c1',
      to: 'c2',
      deliveries: [{ ...plan.deliveries[0], body: 'w'.repeat(99_999) }],
    }
    const database = new DatabaseSync(path)
    const small = deliveriesOver({
      ...connectTo(database, { applicationId, versions, statements: prepareStatements }, { environment }),
      close: async () => database.close(),
    })
    await small.standing('e')
    database.exec('PRAGMA max_page_count = 1')
    const error: unknown = await small.plan(long as never).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ failure: 'full' })
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('wwww')
    expect(await deliveries.standing('e')).toMatchObject({ cursor: 'c1', waiting: 0 })
    await Promise.all([small.close(), deliveries.close()])
  })
})
