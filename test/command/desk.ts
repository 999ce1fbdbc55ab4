import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { type CommandHost, runCommand } from '../../src/command/index.ts'
import { nodeHost } from '../../src/command/node.ts'

/** With the test that is under way, or with the file that asks before any. */
const afterwards = (clear: () => void) => {
  try {
    onTestFinished(clear)
  } catch {
    afterAll(clear)
  }
}

/** A folder of its own, and what a command says and complains of in it. */
export const desk = (differs: Partial<CommandHost> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-command-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  const ask = async (...args: readonly string[]) => {
    const [said, complaints]: [string[], string[]] = [[], []]
    const host: CommandHost = {
      ...nodeHost,
      language: 'en',
      now: () => '2026-03-02T09:00:00+08:00',
      print: (line) => said.push(line),
      complain: (line) => complaints.push(line),
      ...differs,
    }
    const end = await runCommand(['--data', data, ...args], host)
    return { end, said: said.join('\n'), complaints: complaints.join('\n') }
  }
  return { folder, data, ask }
}

export const portfolio = 'examples/quickstart/portfolio.csv'
/** Of its terminals one whose licence has expired. */
export const held = 'ACQ-HUANAN.898584057220005.10230005'
