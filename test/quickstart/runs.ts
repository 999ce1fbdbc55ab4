import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { LedgerLine } from 'terminal-lifecycle/testing'
import type { CallLine } from '../../examples/quickstart/acquirer/calls.ts'
import { controlsAt } from '../../examples/quickstart/acquirer/controls.ts'
import type { Running } from '../../examples/quickstart/acquirer/process.ts'
import { timeless } from './timeless.ts'

const main = fileURLToPath(new URL('../../examples/quickstart/main.ts', import.meta.url))

const readJson = <Value>(folder: string, ...names: string[]): Value =>
  JSON.parse(readFileSync(join(folder, ...names), 'utf8')) as Value

const readLines = <Line>(folder: string, name: string): readonly Line[] => {
  const path = join(folder, name)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
}

/** One `npm start`, as a process of its own. */
export class Run {
  output = ''
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>

  constructor(folder: string, ...args: readonly string[]) {
    this.#child = spawn(process.execPath, [main, '--folder', folder, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
    }
    this.#ended = once(this.#child, 'close')
  }

  /** The exit code, `null` when it was killed. */
  async end(): Promise<number | null> {
    await this.#ended
    return this.#child.exitCode
  }

  async until(happened: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await happened())) {
      if (this.#child.exitCode !== null) throw new Error(`It ended too early:\n${this.output}`)
      await pause(5)
    }
  }

  /** kill -9: nothing of it gets a chance to tidy up. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}

/** Is the mock acquirer of this folder holding an answer back that it was not holding before? */
export const heldIn = async (folder: string): Promise<number> => {
  if (!existsSync(join(folder, 'acquirer.json'))) return 0
  return controlsAt(readJson<Running>(folder, 'acquirer.json').url).held()
}

/** For a test that failed half-way: the acquirer would live on for a while. */
export const stopAcquirer = (folder: string): void => {
  if (!existsSync(join(folder, 'acquirer.json'))) return
  try {
    process.kill(readJson<Running>(folder, 'acquirer.json').pid)
  } catch {
    // gone already
  }
}

/** Orders of one kind and how often each was tried so far. */
export const attemptsIn = (folder: string, kind: string): ReadonlyMap<string, number> => {
  const attempts = new Map<string, number>()
  for (const call of readLines<CallLine>(folder, 'calls.jsonl')) {
    if (call.kind === kind) attempts.set(call.orderId, (attempts.get(call.orderId) ?? 0) + 1)
  }
  return attempts
}

/** The newest attempt, which a run was killed in when its answer was held back. */
export const lastCallIn = (folder: string): CallLine | undefined =>
  readLines<CallLine>(folder, 'calls.jsonl').at(-1)

/** Operations of the acquirer that took effect. */
export const operationsIn = (folder: string): readonly string[] =>
  readLines<LedgerLine>(folder, 'acquirer.jsonl').flatMap((line) =>
    line.kind === 'result' && line.carriedOut ? [line.operation] : [],
  )

/** How often each order was carried to the acquirer: sent, or asked about where it had been sent before. */
export const callsIn = (folder: string): ReadonlyMap<string, number> => {
  const calls = new Map<string, number>()
  for (const { orderId } of readLines<CallLine>(folder, 'calls.jsonl'))
    calls.set(orderId, (calls.get(orderId) ?? 0) + 1)
  return calls
}

/** How often each key took effect at the acquirer, from the file that outlives it. */
export const effectsIn = (folder: string): ReadonlyMap<string, number> => {
  const effects = new Map<string, number>()
  for (const line of readLines<LedgerLine>(folder, 'acquirer.jsonl')) {
    if (line.kind === 'result' && line.carriedOut) effects.set(line.key, (effects.get(line.key) ?? 0) + 1)
  }
  return effects
}

/** The record that a run left behind, without its times. */
export const recordIn = (folder: string): LifecycleRecord =>
  timeless(readJson<LifecycleRecord>(folder, 'dossier', 'record.json'))

/** What happened, in its order, by the ids of the commands. */
export const storyIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'dossier', 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { commandId: string }).commandId)
