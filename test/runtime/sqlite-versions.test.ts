import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { prepareDatabase } from '../../src/runtime/sqlite/database.ts'
import { applicationId, schemaVersion, versions } from '../../src/runtime/sqlite/schema.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { recordWith } from './records.ts'

const agent = { agentId: 'agent-1', tasks: [], since: '2026-03-02T09:30:00+08:00' }

/** A file as the first version of the tables has it, with one life. */
function firstVersion(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(`${versions[0]} PRAGMA user_version = 1`)
  const { lifecycleId, format, machineVersion, at, value, context } = recordWith({}, 0)
  database
    .prepare(`INSERT INTO record (lifecycle_id, format, machine_version, version, at, value, context, head,
      acquirer_id, merchant_id, terminal_id, opened_at) VALUES (?, ?, ?, 0, ?, ?, ?, 'h', 'acq-1', 'm-1', 't-1', 0)`)
    .run(
      lifecycleId,
      format,
      machineVersion,
      at,
      JSON.stringify(value),
      JSON.stringify({ ...context, agent }),
    )
  return database
}

it('a file of the first version is brought to today, with the agents of its lives', async () => {
  const database = firstVersion()
  prepareDatabase(database)
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: schemaVersion })
  expect(database.prepare('SELECT agent_id FROM record').get()).toEqual({ agent_id: 'agent-1' })
  expect((await storeOver(database).load('life-1'))?.record.context.agent).toEqual(agent)
})

it('a file whose upgrade fails stays what it was', () => {
  const database = firstVersion()
  database.exec('CREATE TABLE record_scope (taken)')
  expect(() => prepareDatabase(database)).toThrow()
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
  expect(
    database
      .prepare("SELECT count(*) AS found FROM pragma_table_info('record') WHERE name = 'agent_id'")
      .get(),
  ).toEqual({ found: 0 })
})

it('an empty file goes through all versions', () => {
  const database = new DatabaseSync(':memory:')
  prepareDatabase(database)
  expect(database.prepare('PRAGMA application_id').get()).toEqual({ application_id: applicationId })
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: schemaVersion })
})
