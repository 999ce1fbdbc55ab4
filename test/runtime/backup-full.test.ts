import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { note, rig } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-full-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('A back-up for which there is no room', () => {
  it('fails with an error of ours, leaves nothing behind, and the store goes on', async () => {
    const path = join(folder, 'own.db')
    const made = await rig({ store: sqliteStore(path) })
    await made.tell(note('a'))
    await made.store.close()
    const kilobytes = Math.floor(statSync(path).size / 1024)
    const child = join(import.meta.dirname, 'backup-child.ts')
    const told = (limit: number) =>
      JSON.parse(
        execFileSync(
          'bash',
          [
            '-c',
            `ulimit -f ${limit} && exec "$0" "$@"`,
            process.execPath,
            child,
            path,
            join(folder, `copy-${limit}.db`),
          ],
          {
            encoding: 'utf8',
          },
        ),
      )
    // the file itself is there already, and its WAL is small
    expect(told(Math.floor(kilobytes / 2))).toEqual({
      failure: expect.stringMatching(/^(full|unavailable)$/),
      left: false,
      accepted: true,
    })
    expect(told(kilobytes * 10)).toMatchObject({ failure: 'none', left: true, accepted: true })
  })
})
