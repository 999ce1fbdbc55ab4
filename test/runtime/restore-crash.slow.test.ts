import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { benchRuntime, newLives, openAll, tellAll } from '../../bench/lives.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { benchLives, pictureOf } from './restoring.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-restore-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** Runs a restoration and kills it some milliseconds after one of its lines; whether it came to its end. */
async function restoreAndKill(from: string, to: string, afterLine: number): Promise<boolean> {
  const program = join(import.meta.dirname, 'restoring-child.ts')
  const child = spawn(process.execPath, [program, from, to, `${afterLine + 3}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = 0
  let isDone = false
  for await (const line of createInterface({ input: child.stdout })) {
    isDone ||= line === 'done'
    if (line.startsWith('writing')) lines += 1
    if (lines === afterLine) setTimeout(() => child.kill('SIGKILL'), (afterLine * 7) % 23)
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit')
  return isDone
}

describe('A restoration that is killed again and again', () => {
  it('goes on from a back-up taken under load, and in the end all is there once', async () => {
    const store = sqliteStore(at('busy.db'))
    await benchLives(store, 60)
    const busy = newLives(10)
    const runtime = benchRuntime(store)
    await openAll(runtime, busy)
    const telling = tellAll(runtime, busy, 4)
    await store.backup(at('copy.db'))
    await telling
    await store.close()
    let kills = 0
    while (!(await restoreAndKill(at('copy.db'), at('target.db'), 1 + (kills % 4)))) kills += 1
    expect(kills).toBeGreaterThan(1)
    const [source, target] = [sqliteStore(at('copy.db')), sqliteStore(at('target.db'))]
    expect(await pictureOf(target)).toEqual(await pictureOf(source))
    const restored = benchRuntime(target)
    expect((await restored.audit()).filter(({ code }) => code !== 'DEADLINE_OVERDUE')).toEqual([])
    // what was told after the copy is told again by whoever got no answer, and counts once
    for (const { input, commands } of busy) {
      const reached = (await target.load(input.lifecycleId))?.record.version ?? -1
      await tellAll(restored, [{ input, commands }], 1)
      const { record } = (await target.load(input.lifecycleId)) ?? {}
      expect(record?.version).toBe(commands.length)
      expect(record?.version).toBeGreaterThanOrEqual(reached)
    }
    expect((await restored.audit()).filter(({ code }) => code !== 'DEADLINE_OVERDUE')).toEqual([])
    await Promise.all([source.close(), target.close()])
  })
})
