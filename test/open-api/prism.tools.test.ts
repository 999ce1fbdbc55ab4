import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { type Operation, operations, readReply } from '../../src/contract/index.ts'
import { samples } from '../contract/samples.ts'
import { freePort } from '../support/free-port.ts'
import { tool } from './tool.ts'

let prism: ChildProcess
let client: Readonly<Record<string, (input: unknown) => Promise<unknown>>>

/** The mock that prism makes of the document; it refuses what the document does not allow. */
beforeAll(async () => {
  const port = await freePort()
  prism = spawn(tool('prism'), ['mock', '-p', String(port), '--errors', 'docs/open-api.json'])
  await new Promise<void>((resolve, reject) => {
    let said = ''
    prism.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('is listening')) resolve()
    })
    prism.once('close', () => reject(new Error(said)))
  })
  // A method found by its name cannot say which input is its own.
  client = createAcquirerClient({ baseUrl: `http://127.0.0.1:${port}`, auth: bearer('token') }) as never
})
afterAll(() => prism?.kill())

describe('our client is answered by a mock that prism made of the document:', () => {
  it.each(operations.map((row): [string, Operation] => [row.name, row]))('%s', async (name, row) => {
    const { input, answer } = samples[name as keyof typeof samples]
    const told = await client[name]?.(input)
    if (row.replyMedia) {
      // A mock has bytes of its own.
      const { name: called } = answer as { name: string }
      expect(told).toMatchObject({ content: expect.any(Uint8Array), name: called })
      return
    }
    const read = readReply(row.reply, answer)
    expect(read.ok).toBe(true)
    expect(told).toEqual(read.ok && read.value)
  })
})
