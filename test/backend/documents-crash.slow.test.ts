import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { at } from './papers.ts'
import { pictureOf } from './pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-documents-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))
const child = join(import.meta.dirname, 'documents-crash-child.ts')

/** Lets a child send until it has printed so many lines, and kills it some milliseconds later. */
const sendAndKill = async (path: string, round: number) => {
  const acknowledged = new Map<string, { n: number; received: number }>()
  const running = spawn(process.execPath, [child, path, `${round}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  let lines = 0
  for await (const line of createInterface({ input: running.stdout })) {
    const [documentId = '', n, received] = line.split(' ')
    acknowledged.set(documentId, { n: Number(n), received: Number(received) })
    lines += 1
    if (lines === 15 + round * 4) setTimeout(() => running.kill('SIGKILL'), (round * 3) % 11)
  }
  if (running.signalCode === null) await once(running, 'exit')
  expect(running.signalCode).toBe('SIGKILL')
  return acknowledged
}

describe('a process that is killed with -9 while pieces come in', () => {
  it('has every byte that it acknowledged, and its senders go on where they were', async () => {
    const path = join(folder, 'documents.db')
    let unfinished = 0
    // A kill that meets no document under way shows nothing: then there are more of them.
    for (let round = 0; round < 12 || (unfinished < 7 && round < 60); round += 1) {
      const acknowledged = await sendAndKill(path, round)
      const documents = sqliteDocuments(path)
      for (const [documentId, { n, received }] of acknowledged) {
        const content = pictureOf(60_000 + n)
        const state = await documents.state(documentId, at)
        expect(state?.received).toBeGreaterThanOrEqual(received)
        if (state?.status === 'receiving') {
          unfinished += 1
          const from = state.received
          await documents.append(documentId, { from, bytes: content.slice(from) }, at)
        }
        expect(await documents.content(documentId)).toEqual(content)
      }
      await documents.close()
    }
    // the kills have hit documents that were under way
    expect(unfinished).toBeGreaterThan(6)
  })
})
