import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type HomeName, moveInto } from '../../scripts/demo/home.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { projectOf } from '../examples/project.ts'
import { escalation } from '../runtime/rig.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'

/** A file with one life and a ticket that nobody has opened yet. */
const fileIn = async (folder: string): Promise<void> => {
  const store = sqliteStore(join(folder, 'terminals.db'))
  const runtime = createRuntime({ store, services: silentServices })
  await runtime.open(terminal())
  await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: escalation })
  await store.close()
}

/** The back end of the demonstration takes what the file tells into this home, and goes on with it there. */
export const livesOn = async (home: HomeName): Promise<void> => {
  const project = projectOf('acquirer-backend', 'built')
  const data = join(project.folder, 'data')
  mkdirSync(data)
  await fileIn(data)
  const servers = await moveInto(project.folder, home)
  try {
    const server = await project.start('main.ts', { PORT: '0', DATA: data, ...servers.env })
    try {
      const oldest = async () =>
        (await fetch(`${server.line}/readyz`).then((reply) => reply.json())).oldestOrder
      await expect.poll(oldest).toBeNull()
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
    }
  } finally {
    await servers.stop()
    project.remove()
  }
}
