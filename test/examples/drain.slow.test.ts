import { join } from 'node:path'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { life } from './a-case.ts'
import { projectOf, type Running } from './project.ts'

/** Opens terminal `n`, and gives the status of the answer; `undefined`: there was none. */
const open = async ({ line }: Running, n: number): Promise<number | undefined> => {
  const answer = await fetch(`${line}/terminals`, {
    method: 'POST',
    headers: { authorization: 'Bearer intake-token', 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ ...life, lifecycleId: `life-${n}`, terminalId: `${10_000_000 + n}` },
      devices: [{ serial: `SN-${n}`, owner: 'provider', tenancy: 'sole' }],
    }),
  }).catch(() => undefined)
  await answer?.text().catch(() => undefined)
  return answer?.status
}

it.each(['hono-backend', 'express-backend', 'acquirer-backend'])(
  'The example %s lets what is under way end when it is told to, and loses nothing that it answered',
  async (name) => {
    const project = projectOf(name)
    onTestFinished(project.remove)
    const server = await project.start('main.ts', { DATA: 'kept' })
    expect((await fetch(`${server.line}/readyz`)).status).toBe(200)

    const [answered, unanswered]: [Set<number>, Set<number>] = [new Set(), new Set()]
    let next = 0
    let isOver = false
    const lane = async (): Promise<void> => {
      while (!isOver) {
        const n = next
        next += 1
        const status = await open(server, n)
        if (status === 201) answered.add(n)
        else {
          unanswered.add(n)
          return
        }
      }
    }
    const lanes = Array.from({ length: 8 }, lane)
    await expect.poll(() => answered.size).toBeGreaterThan(20)
    const code = await server.end('SIGTERM')
    isOver = true
    await Promise.all(lanes)
    expect(code).toBe(0)
    // the signal came under load, or this shows nothing
    expect(unanswered.size).toBeGreaterThan(0)

    const again = await project.start('main.ts', { DATA: 'kept' })
    for (const n of unanswered) expect(await open(again, n)).toBe(201)
    expect(await again.end('SIGTERM')).toBe(0)
    const store = sqliteStore(join(project.folder, 'kept', 'terminals.db'))
    const ids = await store.lifecycleIds('', 100_000)
    let openings = 0
    for (const id of ids) for await (const { seq } of store.journal(id)) openings += seq === 0 ? 1 : 0
    await store.close()
    expect(new Set(ids)).toEqual(new Set([...answered, ...unanswered].map((n) => `life-${n}`)))
    expect(openings).toBe(ids.length)
  },
)
