import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { silentServices } from '../support/world.ts'

const folder = new URL('../../tools/telemetry/', import.meta.url)

it("takes OpenTelemetry's meter and tracer as they are", () => {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const options = { cwd: fileURLToPath(folder), encoding: 'utf8' } as const
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], options)
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

it('tells them what is done, and what was done within what', async () => {
  const { measured } = await import(new URL('measured.ts', folder).href)
  const { names, spans } = await measured(silentServices)
  expect(names).toEqual(
    expect.arrayContaining([
      'terminal_lifecycle.commands',
      'terminal_lifecycle.order.attempts',
      'terminal_lifecycle.orders.in_flight',
      'terminal_lifecycle.commit.duration',
      'terminal_lifecycle.clocks.behind',
      'terminal_lifecycle.store.reachable',
    ]),
  )
  expect(spans).toContain('terminal_lifecycle.dispatch > terminal_lifecycle.commit')
  expect(spans).toContain('terminal_lifecycle.order.attempt > terminal_lifecycle.commit')
})
