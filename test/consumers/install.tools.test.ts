import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'install-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a package that was installed without running any script works, its command too', () => {
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })
  const file = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim()
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', `./${file}`)
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: object }
  // npm installs peers by itself, and none of those that only tests need.
  expect(Object.keys(lock.packages).sort()).toEqual([
    '',
    ...['ky', 'terminal-lifecycle', 'xstate', 'zod'].map((name) => `node_modules/${name}`),
  ])
  const names = run(
    process.execPath,
    '-e',
    "import('terminal-lifecycle').then((all) => console.log(Object.keys(all).length))",
  )
  expect(Number(names)).toBeGreaterThan(40)
  expect(run('npx', '--no-install', 'terminal-lifecycle', '--help')).toContain('terminal-lifecycle COMMAND')
})
