import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from './pg.ts'

/** A server of one's own in a temporary folder, on a socket there and nowhere else. */
export interface Cluster {
  url: string
  pid: number
  /** Fast: whoever is connected is thrown out, and what was committed is kept. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const missing = `PostgreSQL is not installed: neither initdb nor /usr/lib/postgresql/*/bin was found. Install the server
(Debian and Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or set POSTGRES_URL to a database that may be written to.`

/** Debian keeps them where no PATH leads. */
function binaries(): string {
  const debian = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join('/usr/lib/postgresql', version, 'bin'))
    : []
  const folders = [...debian, ...(process.env.PATH ?? '').split(':')]
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
  if (found === undefined) throw new Error(missing)
  return found
}

/** The server refuses to run as root: then as `postgres` of this machine, or as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (option: '-u' | '-g') =>
    Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout)
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  return uid > 0 ? { uid, gid } : { uid: 65_534, gid: 65_534 }
}

async function answers(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const pool = openPool(url)
  try {
    while (server.exitCode === null && server.signalCode === null) {
      const isUp = await pool.query('SELECT 1').then(
        () => true,
        () => false,
      )
      if (isUp) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    await pool.end()
  }
  throw new Error(`PostgreSQL ended before it answered: ${said()}`)
}

/** As durable as in use: `fsync` is on. Texts are compared in English unless a column says otherwise. */
export async function startCluster(): Promise<Cluster> {
  const bin = binaries()
  const who = unprivileged()
  const home = mkdtempSync(join(tmpdir(), 'tl-pg-'))
  if (who) chownSync(home, who.uid, who.gid)
  const data = join(home, 'data')
  const options = { ...who, cwd: home, encoding: 'utf8' } as const
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US']
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', ...locale],
    options,
  )
  if (made.status !== 0) {
    rmSync(home, { recursive: true })
    throw new Error(`initdb failed: ${made.stderr}`)
  }
  const url = `postgresql://postgres@/postgres?host=${encodeURIComponent(home)}`
  const start = async () => {
    let said = ''
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${home}`,
      'fsync=on',
      'max_connections=60',
    ]
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
      ...who,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-2_000)
    })
    await answers(url, server, () => said)
    return server
  }
  const end = async (server: ChildProcess) => {
    if (server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
  }
  let server = await start()
  const version = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim()
  process.stderr.write(`${version} started, pid ${server.pid}\n`)
  return {
    url,
    pid: Number(server.pid),
    async restart() {
      await end(server)
      server = await start()
    },
    async stop() {
      await end(server)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
