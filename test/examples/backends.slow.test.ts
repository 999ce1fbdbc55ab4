import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { signTestWebhook } from 'terminal-lifecycle/testing'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { caseAt, life } from './a-case.ts'
import { type Project, projectOf, type Running } from './project.ts'

const clock = { now: () => new Date().toISOString() }
const WEBHOOK_KEY = `whsec_${btoa(crypto.randomUUID())}`

const report = async (url: string, type: string, data: Readonly<Record<string, unknown>>) => {
  const { body, headers } = await signTestWebhook({ type, data }, { keys: [WEBHOOK_KEY], clock })
  const send = (text: string) => fetch(`${url}/webhooks`, { method: 'POST', headers, body: text })
  return { send: () => send(body), forge: () => send(body.replace('50000', '10000')) }
}

const backends = [
  { name: 'hono-backend', program: 'main.ts' },
  { name: 'express-backend', program: 'main.ts' },
  { name: 'next-handlers', program: 'served-routes.mjs', basePath: '/api' },
]

describe.each(backends)('The example $name, from the packed package', ({ name, program, basePath }) => {
  let project: Project
  let server: Running
  const env = { WEBHOOK_KEY, NEXT_RUNTIME: 'nodejs', DATA: 'kept' }
  const at = () => caseAt(server.line, basePath)
  beforeAll(async () => {
    project = projectOf(name)
    if (program.startsWith('served'))
      copyFileSync(join(import.meta.dirname, program), join(project.folder, program))
    server = await project.start(program, env)
  })
  afterAll(async () => {
    await server.end('SIGKILL')
    project.remove()
  })

  it('compiles against the declarations of the package, which are checked too', () => {
    expect(project.types()).toBe('')
  })

  it('opens terminals for the house alone, and says what is wrong with an opening', async () => {
    expect((await at().open('merchant-token')).status).toBe(403)
    expect((await at().open('constructor')).status).toBe(403)
    const wrong = await at().open('intake-token', { ...life, merchantType: 'shop' })
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ path: '/merchantType' }],
    })
    expect((await at().open()).status).toBe(201)
    expect((await at().open()).status).toBe(201)
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
    await at().file()
    expect(await at().stateOf()).toMatchObject({ acceptance: 'on', status: 'underReview' })
    await at().approve()
    await at().suspended()
  })

  it('does not print anything while all goes well', () => {
    expect(server.output()).toBe(`${server.line}\n`)
  })

  it('knows its case again after kill -9', async () => {
    const before = await at().stateOf()
    expect(await server.end('SIGKILL')).toBeNull()
    server = await project.start(program, env)
    expect(await at().stateOf()).toEqual(before)
  })

  it('does not start in production with people that everybody can read of', async () => {
    await expect(project.start(program, { NODE_ENV: 'production' })).rejects.toThrow('replace authenticate')
  })
})

// Next.js ends its process itself.
it.each(['hono-backend', 'express-backend', 'acquirer-backend'])(
  'The example %s ends by itself when it is told to',
  async (name) => {
    const project = projectOf(name)
    const server = await project.start('main.ts')
    expect(await server.end('SIGTERM')).toBe(0)
    project.remove()
  },
)

it('The example for Next.js is not ready any more once it is told to end, and answers what still comes', async () => {
  const project = projectOf('next-handlers')
  onTestFinished(project.remove)
  copyFileSync(join(import.meta.dirname, 'served-routes.mjs'), join(project.folder, 'served-routes.mjs'))
  const server = await project.start('served-routes.mjs', { NEXT_RUNTIME: 'nodejs' })
  const readiness = async () => (await fetch(`${server.line}/readyz`)).status
  expect(await readiness()).toBe(200)
  server.child.kill('SIGTERM')
  await expect.poll(readiness).toBe(503)
  expect((await caseAt(server.line, '/api').open()).status).toBe(201)
  // Next.js ends its process; these routes alone do not
  expect(await server.end('SIGKILL')).toBeNull()
})

it('The example for Next.js opens no file while Next.js builds', () => {
  const project = projectOf('next-handlers')
  onTestFinished(project.remove)
  project.run('--input-type=module', '-e', "await import('./app/api/[...path]/route.ts')")
  expect(existsSync(join(project.folder, 'data'))).toBe(false)
})
