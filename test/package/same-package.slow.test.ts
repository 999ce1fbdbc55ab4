import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')

/** The hash of the package as it is built and packed somewhere else, by somebody with other settings. */
const packedIn = (prefix: string, env: Readonly<Record<string, string>>): string => {
  const place = mkdtempSync(join(tmpdir(), prefix))
  places.push(place)
  for (const file of tracked.filter(Boolean)) cpSync(join(root, file), join(place, file))
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction')
  const run = (...args: readonly string[]) =>
    execFileSync('npm', args, {
      ...{ cwd: place, encoding: 'utf8', env: { ...process.env, ...env } },
      ...{ stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' },
    }).trim()
  run('run', 'build', '--silent', '--ignore-scripts')
  const file = run('pack', '--silent', '--ignore-scripts')
  return createHash('sha512')
    .update(readFileSync(join(place, file)))
    .digest('hex')
}

describe('the package', () => {
  it('is the same to the byte, wherever, whenever and by whomever it is built', () => {
    const here = packedIn('a-', { TZ: 'UTC', LANG: 'C' })
    const there = packedIn('somewhere-with-a-longer-name-', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' })
    expect(there).toBe(here)
  })
})
