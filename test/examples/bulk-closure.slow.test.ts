import { readFileSync, writeFileSync } from 'node:fs'
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
  const results = () => readFileSync(join(chain.folder, 'results.jsonl'), 'utf8')
  const linesOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const start = () => chain.start('main.ts', { ACQUIRER_URL: `${server.line}/v1` })
  const merchant = () =>
    createAcquirerClient({ baseUrl: `${server.line}/v1`, auth: bearer('merchant-token') })

  beforeAll(async () => {
    office = projectOf('hono-backend')
    server = await office.start('main.ts')
    for (const n of ids.keys()) expect((await open(server.line, n)).status).toBe(201)
    chain = projectOf('bulk-closure')
    writeFileSync(
      join(chain.folder, 'terminals.txt'),
      `# all of them\n${ids.join('\n')}\n${ids[0]}\nlife-unknown\n`,
    )
  })
  afterAll(async () => {
    await server.end('SIGKILL')
    office.remove()
    chain.remove()
  })

  it('compiles against the declarations of the package', () => {
    expect(chain.types()).toBe('')
  })

  it('goes on after kill -9 where it was, and applies once at each terminal', async () => {
    const killed = await start()
    await expect.poll(() => linesOf(results()).length, { interval: 5 }).toBeGreaterThan(5)
    await killed.end('SIGKILL')
    const before = linesOf(results())
    // the kill came in the midst of it, or this shows nothing
    expect(before.length).toBeLessThan(count)
    writeFileSync(join(chain.folder, 'results.jsonl'), `${results()}{"lifecycleId":"life-`)

    const again = await start()
    const [code] = await new Promise<[number | null]>((resolve) =>
      again.child.once('exit', (end) => resolve([end])),
    )
    expect(again.output()).toContain(`filed ${count}, refused 1`)
    expect(code).toBe(1)
    const portal = merchant()
    for (const lifecycleId of ids) {
      const { applicationId } = await portal.getTerminal({ lifecycleId })
      expect(applicationId).toBe(`north-2026.${lifecycleId}`)
    }
  })

  it('does nothing more when all is filed', async () => {
    const size = results().length
    const again = await start()
    await new Promise((resolve) => again.child.once('exit', resolve))
    // the one that nobody knows is asked for again
    expect(
      linesOf(
        results()
          .slice(size)
          .replace(/^[^{]*/, ''),
      ),
    ).toHaveLength(1)
  })
})
