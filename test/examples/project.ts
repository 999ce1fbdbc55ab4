import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { unpackInto } from '../package/packed.ts'

export const root = join(import.meta.dirname, '..', '..')

type Ranges = Readonly<Record<string, string>>
export interface Manifest {
  readonly version: string
  readonly dependencies: Ranges
  readonly devDependencies?: Ranges
}
export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** An example as its user has it: a folder of its own, with what its manifest names beside it and nothing else. */
export interface Project {
  readonly folder: string
  /** Runs a program to the end, and gives what it printed. */
  run(program: string, ...args: readonly string[]): string
  /** What the compiler says of it, and of every declaration that it imports. */
  types(): string
  /** Starts one of its programs, and gives it once it has printed its first line. */
  start(program: string, env?: NodeJS.ProcessEnv): Promise<Running>
  remove(): void
}

export interface Running {
  readonly line: string
  readonly child: ChildProcess
  /** All that it printed so far. */
  output(): string
  /** The code with which it ended, once it has, and all that it printed is there. */
  ended(): Promise<number | null>
  /** Sends the signal, and gives the code with which it ended; `null`: the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Where the package itself comes from: packed and unpacked, or, when a test has no time for that, the folder it is built in. */
type Source = 'packed' | 'built'

const install = (folder: string, name: string, source: Source): void => {
  const place = join(folder, 'node_modules', name)
  mkdirSync(dirname(place), { recursive: true })
  if (name !== 'terminal-lifecycle') symlinkSync(join(root, 'node_modules', name), place, 'junction')
  else if (source === 'built') symlinkSync(root, place, 'junction')
  else unpackInto(place)
}

export const projectOf = (name: string, source: Source = 'packed'): Project => {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  cpSync(join(root, 'examples', name), folder, { recursive: true })
  const { dependencies, devDependencies = {} } = manifestOf(folder)
  for (const wanted of Object.keys({ ...dependencies, ...devDependencies })) install(folder, wanted, source)

  const args = (program: string, rest: readonly string[]) => [
    '--disable-warning=ExperimentalWarning',
    ...[existsSync(join(folder, program)) ? join(folder, program) : program, ...rest],
  ]
  const run = (program: string, ...rest: readonly string[]): string =>
    execFileSync(process.execPath, args(program, rest), { cwd: folder, encoding: 'utf8' })
  return {
    folder,
    run,
    // The other compiler takes ten times as long, and `npm run check` asks it about the examples too.
    types: () => run(join(root, 'node_modules', 'ts7', 'bin', 'tsc'), '--skipLibCheck', 'false'),
    start: async (program, env = {}) => {
      const child = spawn(process.execPath, args(program, []), {
        cwd: folder,
        env: { ...process.env, NODE_ENV: 'development', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      // Not `exit`: what it printed last may come behind that.
      const ended = once(child, 'close')
      let output = ''
      child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
      const lines = createInterface(child.stdout).on('line', (text) => (output += `${text}\n`))
      const [line] = await Promise.race([
        once(lines, 'line'),
        ended.then(() => Promise.reject(new Error(`${program} ended: ${output}`))),
      ])
      const over = async (): Promise<number | null> => (await ended)[0]
      const end = (signal: NodeJS.Signals): Promise<number | null> => {
        child.kill(signal)
        return over()
      }
      return { line: String(line), child, output: () => output, ended: over, end }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
