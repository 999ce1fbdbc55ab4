import { signTestWebhook } from 'terminal-lifecycle/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, file, life, open, stateOf, suspended } from './a-case.ts'
import { type Project, projectOf, type Running } from './project.ts'

const clock = { now: () => new Date().toISOString() }
const WEBHOOK_KEY = `whsec_${btoa(crypto.randomUUID())}`

const report = async (url: string, type: string, data: Readonly<Record<string, unknown>>) => {
  const { body, headers } = await signTestWebhook({ type, data }, { keys: [WEBHOOK_KEY], clock })
  const send = (text: string) => fetch(`${url}/webhooks`, { method: 'POST', headers, body: text })
  return { send: () => send(body), forge: () => send(body.replace('50000', '10000')) }
}

describe.each(['hono-backend', 'express-backend'])('The example %s, from the packed package', (name) => {
  let project: Project
  let server: Running
  beforeAll(async () => {
    project = projectOf(name)
    server = await project.start('main.ts', { WEBHOOK_KEY })
  }, 60_000)
  afterAll(async () => {
    await server.end('SIGKILL')
    project.remove()
  })

  it('compiles against the declarations of the package, which are checked too', () => {
    expect(project.types()).toBe('')
  })

  it('opens terminals for the house alone, and says what is wrong with an opening', async () => {
    expect((await open(server.line, 'merchant-token')).status).toBe(403)
    expect((await open(server.line, 'constructor')).status).toBe(403)
    const wrong = await open(server.line, 'intake-token', { ...life, merchantType: 'shop' })
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ path: '/merchantType' }],
    })
    expect((await open(server.line)).status).toBe(201)
    expect((await open(server.line)).status).toBe(201)
  })

  it('takes a webhook once, and none that was altered', async () => {
    const read = await report(server.line, 'status.reported', {
      ...{ lifecycleId: 'life-1', acceptance: 'on', registry: 'active', source: 'switch' },
      ...{ unsettled: { amount: 50_000, currency: 'CNY' }, readAt: clock.now() },
    })
    expect((await read.forge()).status).toBe(401)
    expect((await read.send()).status).toBe(200)
    expect((await read.send()).status).toBe(200)
  })

  it('carries a suspension from the application to the terminal that does not sell any more', async () => {
    await file(server.line)
    expect(await stateOf(server.line)).toMatchObject({ acceptance: 'on', status: 'underReview' })
    await approve(server.line)
    await suspended(server.line)
  })

  it('knows its case again after kill -9', async () => {
    const before = await stateOf(server.line)
    expect(await server.end('SIGKILL')).toBeNull()
    server = await project.start('main.ts', { WEBHOOK_KEY })
    expect(await stateOf(server.line)).toEqual(before)
  })

  it('ends by itself when it is told to', async () => {
    expect(await server.end('SIGTERM')).toBe(0)
    expect(server.output()).toBe(`${server.line}\n`)
  })

  it('does not start in production with people that everybody can read of', async () => {
    await expect(project.start('main.ts', { NODE_ENV: 'production' })).rejects.toThrow('replace authenticate')
  })
})
