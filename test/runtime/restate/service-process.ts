import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Point } from '../crash/dying.ts'

const never: Point = { moment: 'before', nth: 0 }

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** The service in a process of its own, always on the same port, which kills itself where it is told to. */
export async function serviceProcess(args: readonly string[]) {
  const child = join(import.meta.dirname, 'kill-child.ts')
  /** Keys under which the other side has acted, as far as this process knew. */
  let acted: string[] = []
  let running: ChildProcess

  async function start({ moment, nth }: Point = never): Promise<void> {
    acted = []
    const started = spawn(process.execPath, [child, ...args, moment, `${nth}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running = started
    const lines = createInterface({ input: started.stdout })
    lines.on('line', (line) => {
      const [verb, key = ''] = line.split(' ')
      if (verb === 'acted') acted.push(key)
    })
    await once(lines, 'line')
  }

  await start()
  return {
    start,
    /** Until it has killed itself: the key under which it had the other side act last, which nobody else was told of. */
    async died(): Promise<string | undefined> {
      if (!hasEnded(running)) await once(running, 'close')
      if (running.signalCode !== 'SIGKILL') throw new Error(`the service ended by ${running.exitCode}`)
      return acted.at(-1)
    },
    async kill(): Promise<void> {
      if (hasEnded(running)) return
      const ended = once(running, 'close')
      running.kill('SIGKILL')
      await ended
    },
  }
}
