import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Asked } from './server-child.ts'

/** What a server answered: a value, or the code of an error. */
type Answered = { value?: unknown; code?: string }

export interface Server {
  name: string
  ask(question: Omit<Asked, 'id'>): Promise<Answered>
  /** Ends it when it has answered everything. */
  stop(): Promise<void>
}

/** Starts a program that is like `server-child.ts`. */
export function startServer(program: string, name: string, ...where: readonly string[]): Server {
  const process_ = spawn(process.execPath, [program, ...where, name], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(process_, 'close')
  const waiting = new Map<number, (answered: Answered) => void>()
  createInterface({ input: process_.stdout }).on('line', (line) => {
    const { id, ...answered } = JSON.parse(line)
    waiting.get(id)?.(answered)
    waiting.delete(id)
  })
  let asked = 0
  return {
    name,
    ask(question) {
      asked += 1
      const id = asked
      process_.stdin.write(`${JSON.stringify({ id, ...question })}\n`)
      return new Promise((resolve) => waiting.set(id, resolve))
    },
    async stop() {
      process_.stdin.end()
      const [code] = await ended
      if (code !== 0) throw new Error(`${name} ended with ${code}`)
    },
  }
}
