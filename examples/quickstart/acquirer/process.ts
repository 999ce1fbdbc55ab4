import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Folder, readJson } from '../folder.ts'
import { type Controls, controlsAt } from './controls.ts'

/** What the mock acquirer writes down of itself in the folder, once it listens. */
export interface Running {
  readonly pid: number
  readonly url: string
  readonly baseUrl: string
}

export interface Acquirer extends Running {
  readonly controls: Controls
  /** A run that was killed has left it behind. */
  readonly found: boolean
  stop(): void
}

/** The acquirer's systems did not come up; `log` is where they said why. */
export class AcquirerNotStarted extends Error {
  override readonly name = 'AcquirerNotStarted'
  readonly log: string

  constructor(log: string) {
    super('The mock acquirer did not start.')
    this.log = log
  }
}

export const processFile = 'acquirer.json'
const program = fileURLToPath(new URL('../mock-acquirer.ts', import.meta.url))

const answers = async ({ url }: Running): Promise<boolean> =>
  controlsAt(url)
    .held()
    .then(
      () => true,
      () => false,
    )

const stopped = (pid: number): void => {
  try {
    process.kill(pid, 'SIGTERM')
  } catch {
    // gone already
  }
}

const asAcquirer = (running: Running, found: boolean): Acquirer => ({
  ...running,
  found,
  controls: controlsAt(running.url),
  stop: () => stopped(running.pid),
})

const started = async (folder: Folder, args: readonly string[]): Promise<Running> => {
  const log = folder.at('acquirer.log')
  const output = openSync(log, 'a')
  // a process group of its own: what kills us leaves it alone
  const child = spawn(process.execPath, [program, folder.path, ...args], {
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    await pause(50)
    const running = readJson<Running>(folder.at(processFile))
    if (running?.pid === child.pid && running && (await answers(running))) return running
  }
  throw new AcquirerNotStarted(log)
}

/** The mock acquirer of this folder: found running, or started. It keeps what it carried out in the folder. */
export const openAcquirer = async (folder: Folder, { keys }: { keys: boolean }): Promise<Acquirer> => {
  const known = readJson<Running>(folder.at(processFile))
  if (known && (await answers(known))) return asAcquirer(known, true)
  return asAcquirer(await started(folder, keys ? [] : ['--without-keys']), false)
}
