import { execFileSync } from 'node:child_process'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bearer, createAcquirerClient } from 'terminal-lifecycle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { life } from './a-case.ts'
import { type Project, projectOf, type Running } from './project.ts'

const count = 60
const ids = Array.from({ length: count }, (_, n) => `life-${n}`)

/** Of merchant and terminal `n` in the examples' house. */
const open = (url: string, n: number) =>
  fetch(`${url}/terminals`, {
    method: 'POST',
    headers: { authorization: 'Bearer intake-token', 'content-type': 'application/json' },
    body: JSON.stringify({
      ...life,
      lifecycleId: `life-${n}`,
      terminalId: `${10_000_000 + n}`,
      devices: [{ serial: `SN-${n}`, owner: 'provider', tenancy: 'sole' }],
    }),
  })

describe('The example of many closures, from the packed package, against the one with Hono', () => {
  let office: Project
  let server: Running
  let chain: Project
  const start = (more: NodeJS.ProcessEnv = {}) =>
    chain.start('main.ts', { ACQUIRER_URL: `${server.line}/v1`, ...more })
  const merchant = () =>
    createAcquirerClient({ baseUrl: `${server.line}/v1`, auth: bearer('merchant-token') })

  beforeAll(async () => {
    office = projectOf('hono-backend')
    server = await office.start('main.ts')
    for (const n of ids.keys()) expect((await open(server.line, n)).status).toBe(201)
    chain = projectOf('bulk-closure')
    writeFileSync(join(chain.folder, 'terminals.txt'), `# all of them\n${ids.join('\n')}\nlife-unknown\n`)
  })
  afterAll(async () => {
    await server.end('SIGKILL')
    office.remove()
    chain.remove()
  })

  it('compiles against the declarations of the package', () => {
    expect(chain.types()).toBe('')
  })

  const told = (run: Running, outcome: string) => run.output().split(` ${outcome} · `).length - 1

  it('goes on after kill -9 where it was, and applies once at each terminal', async () => {
    // A list whose end does not come: however busy the machine, the kill comes in the midst of it.
    const list = join(chain.folder, 'first.txt')
    execFileSync('mkfifo', [list])
    const first = createWriteStream(list, { flags: 'r+' })
    first.write(`${ids.slice(0, 40).join('\n')}\n`)
    const killed = await start({ LIST: list })
    await expect.poll(() => told(killed, 'accepted')).toBeGreaterThan(5)
    await killed.end('SIGKILL')
    first.destroy()
    const before = told(killed, 'accepted')

    const again = await start()
    expect(await again.ended()).toBe(1)
    expect(again.output()).toContain(`filed ${count}, refused 1`)
    expect(again.output()).toContain('life-unknown refused NOT_FOUND')
    expect(told(again, 'alreadyDone')).toBeGreaterThanOrEqual(before)
    const portal = merchant()
    for (const lifecycleId of ids) {
      const { applicationId } = await portal.getTerminal({ lifecycleId })
      expect(applicationId).toBe(`north-2026.${lifecycleId}`)
    }
  })

  it('does nothing more when all is filed', async () => {
    const again = await start()
    expect(await again.ended()).toBe(1)
    expect([told(again, 'accepted'), told(again, 'alreadyDone')]).toEqual([0, count])
  })
})
