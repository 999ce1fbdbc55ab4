import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bearer, createAcquirerClient } from 'terminal-lifecycle'
import { afterAll, expect, it } from 'vitest'
import { held, portfolio } from './desk.ts'

const program = 'bin/terminal-lifecycle.js'
const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-program-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const quiet = '--disable-warning=ExperimentalWarning'
const run = (...args: readonly string[]) =>
  execFileSync(
    process.execPath,
    [quiet, program, '--data', join(folder, 'data'), '--locale', 'en', ...args],
    {
      encoding: 'utf8',
    },
  )

it.runIf(existsSync('/proc'))('The program ends where a file system takes no folder', () => {
  const made = spawnSync(
    process.execPath,
    [quiet, program, 'import', portfolio, '--data', '/proc/none/deep'],
    {
      ...{ encoding: 'utf8', timeout: 600_000 },
    },
  )
  expect([made.status, made.stderr]).toEqual([3, expect.stringContaining('/proc/none')])
})

it('The program tells its version', () => {
  expect(run('--version')).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`)
})

it('The program imports, serves what it has imported, and goes on after kill -9', async () => {
  expect(run('import', portfolio)).toBe('25 opened, 0 known already, 0 refused.\n')
  const token = 'merchant-token'
  const digest = createHash('sha256').update(token).digest('hex')
  const [acquirerId, merchantId] = held.split('.')
  const people = join(folder, 'people.json')
  writeFileSync(
    people,
    JSON.stringify({
      [digest]: { role: 'merchant', personId: 'owner-1', organisationId: merchantId, acquirerId, duties: [] },
    }),
  )
  const serve = async () => {
    const child = spawn(process.execPath, [
      quiet,
      program,
      '--data',
      join(folder, 'data'),
      'serve',
      '--people',
      people,
    ])
    const [url] = await once(createInterface(child.stdout), 'line')
    return { child, url }
  }
  const client = (url: string, name: string) =>
    createAcquirerClient({ baseUrl: `${url}/v1`, auth: bearer(name) })
  const first = await serve()
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  expect(await client(first.url, token).getTerminal({ lifecycleId: held })).toMatchObject({
    lifecycleId: held,
  })
  await expect(client(first.url, 'another').getTerminal({ lifecycleId: held })).rejects.toMatchObject({
    status: 401,
  })
  // a back-up while it serves
  // the orders that it gave are on their way meanwhile
  expect(run('backup', join(folder, 'copy'))).toMatch(/^25 lives, \d+ entries: whole and unaltered\.\n$/)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await serve()
  const found = await client(second.url, token).getHolds({ lifecycleId: held })
  expect(found.items).toHaveLength(1)
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  expect(run('audit')).toBe('Nothing.\n')
})
