import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../support/free-port.ts'
import { serverProgram } from './sdk.ts'

/** A server of one's own on loopback, with a folder of its own. */
export interface RestateServer {
  /** Where calls are taken in. */
  ingress: string
  /** Where services are told to it. */
  admin: string
  pid(): number
  /** As the program names itself. */
  version: string
  /** The folder, for who wants to know how large it is. */
  home: string
  /** Has it look what the service at this port can do. */
  register(port: number): Promise<void>
  /** Rows of a question in SQL, as about `sys_invocation`. */
  query(text: string): Promise<readonly Record<string, unknown>[]>
  kill(): Promise<void>
  /** As after its disk was lost: it knows no service and no message. */
  empty(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

async function until(is: () => Promise<boolean>, server: ChildProcess, said: () => string): Promise<void> {
  while (!(await is())) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`Restate ended before it answered: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** As durable as in use: its WAL is flushed. It calls nobody: no telemetry, and only addresses of this machine. */
export async function startRestate(): Promise<RestateServer> {
  const home = mkdtempSync(join(tmpdir(), 'tl-restate-'))
  const [ingressPort, adminPort, nodePort] = await Promise.all([freePort(), freePort(), freePort()])
  const [ingress, admin] = [`http://127.0.0.1:${ingressPort}`, `http://127.0.0.1:${adminPort}`]
  const environment = {
    PATH: process.env.PATH ?? '',
    // Where it leaves what it spools: with its folder that goes, too.
    TMPDIR: home,
    RESTATE_DISABLE_TELEMETRY: 'true',
    DO_NOT_TRACK: '1',
    RESTATE_BASE_DIR: home,
    RESTATE_NODE_NAME: 'test',
    RESTATE_LISTEN_MODE: 'tcp',
    RESTATE_BIND_ADDRESS: `127.0.0.1:${nodePort}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${nodePort}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingressPort}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${adminPort}`,
    RESTATE_ADMIN__DISABLE_WEB_UI: 'true',
    RESTATE_DEFAULT_NUM_PARTITIONS: '4',
    RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '512MB',
    RESTATE_LOG_FILTER: 'warn',
    RESTATE_LOG_DISABLE_ANSI_CODES: 'true',
  }
  const start = async () => {
    let said = ''
    const server = spawn(serverProgram(), ['--no-logo'], {
      cwd: home,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text) => {
        said = `${said}${text}`.slice(-4_000)
      })
    await until(
      () => isUp(`${admin}/health`),
      server,
      () => said,
    )
    await until(
      () => isUp(`${ingress}/restate/health`),
      server,
      () => said,
    )
    // A new one is up before it knows where its partitions are.
    await until(
      () =>
        query('SELECT count(*) FROM sys_invocation').then(
          () => true,
          () => false,
        ),
      server,
      () => said,
    )
    return server
  }
  const query: RestateServer['query'] = async (text) => {
    const response = await fetch(`${admin}/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: text }),
    })
    if (!response.ok) throw new Error(await response.text())
    return ((await response.json()) as { rows: Record<string, unknown>[] }).rows
  }
  const end = async (server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  let server = await start()
  const version = spawnSync(serverProgram(), ['--version'], { encoding: 'utf8' }).stdout.trim()
  process.stderr.write(`${version} started, pid ${server.pid}\n`)
  return {
    ...{ ingress, admin, home, version },
    pid: () => Number(server.pid),
    async register(port) {
      const response = await fetch(`${admin}/deployments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ uri: `http://127.0.0.1:${port}`, force: true }),
      })
      if (!response.ok) throw new Error(`not registered: ${await response.text()}`)
    },
    query,
    kill: () => end(server, 'SIGKILL'),
    async empty() {
      await end(server, 'SIGKILL')
      rmSync(home, { recursive: true })
      mkdirSync(home)
      server = await start()
    },
    async restart() {
      await end(server, 'SIGKILL')
      server = await start()
    },
    async stop() {
      await end(server, 'SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}
