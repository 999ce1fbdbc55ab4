import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPage } from '../browser/open-page.ts'
import { freePort } from '../support/free-port.ts'
import type { Outcome } from './suite.ts'

const bin = (name: string): string => join(process.cwd(), 'tools/runtimes/node_modules/.bin', name)

/** Marks the one line of the output that is the outcome: tests print as well. */
const mark = 'outcome of all tests: '

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'runtime-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Runs a bundle of tests as a program of its own. */
const asProgram =
  (command: string, ...args: readonly string[]) =>
  async (code: string): Promise<Outcome> => {
    const main = `import { run } from './tests.mjs'\nconsole.log(${JSON.stringify(mark)} + JSON.stringify(await run()))`
    const folder = folderWith({ 'tests.mjs': code, 'main.mjs': main })
    const child = spawn(command, [...args, join(folder, 'main.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (said.out += chunk))
    child.stderr.on('data', (chunk) => (said.err += chunk))
    const [status] = await once(child, 'close')
    const line = said.out.split('\n').findLast((one) => one.startsWith(mark))
    if (line === undefined) throw new Error(`${command} ended with ${status}: ${said.err.slice(-2_000)}`)
    return JSON.parse(line.slice(mark.length))
  }

const workerConfig = (port: number): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "tests", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "tests")]
);
const worker :Workerd.Worker = (
  modules = [
    (name = "main.mjs", esModule = embed "main.mjs"),
    (name = "tests.mjs", esModule = embed "tests.mjs")
  ],
  compatibilityDate = "2026-10-01"
);`

/** Runs it in workerd, where nothing of Node is, as the answer of a worker. */
const asWorker = async (code: string): Promise<Outcome> => {
  const port = await freePort()
  const main = `import { run } from './tests.mjs'
    export default { fetch: async () => Response.json(await run()) }`
  const folder = folderWith({ 'tests.mjs': code, 'main.mjs': main, 'config.capnp': workerConfig(port) })
  const child = spawn(bin('workerd'), ['serve', join(folder, 'config.capnp')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  try {
    for (let turn = 0; ; turn++) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/`)
        const text = await response.text()
        if (!response.ok) throw new Error(`workerd answered ${response.status}: ${errors.slice(-2_000)}`)
        return JSON.parse(text)
      } catch (error) {
        // Until it listens.
        const refused = error instanceof TypeError && turn < 100 && child.exitCode === null
        if (!refused) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  } finally {
    child.kill()
  }
}

/** Runs it as the script of a page. */
const asPage = async (code: string): Promise<Outcome> => {
  const page = await openPage(code)
  try {
    // The page of the other tests has other functions; this one has `run` alone.
    const ask = page.ask as unknown as (name: 'run') => Promise<Outcome>
    return await ask('run')
  } finally {
    await page.close()
  }
}

/** Runs test files as they are, by the runner itself, which needs Node. @throws Error with what it said when one is red. */
export const runInNode22 = async (files: readonly string[]): Promise<void> => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'fast', ...files]
  const child = spawn(bin('node'), args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(said.slice(-4_000))
}

/** Every runtime beside the Node that the project is built with. Deno may read the environment, which the matchers' colours ask for. */
export const hosts = {
  'Node 22': asProgram(bin('node')),
  Bun: asProgram(bin('bun'), 'run'),
  Deno: asProgram(bin('deno'), 'run', '--no-prompt', '--quiet', '--allow-env'),
  workerd: asWorker,
  Chromium: asPage,
} as const
