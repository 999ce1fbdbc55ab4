import { expect, test } from 'vitest'
import { declaredPointer, operations, readReply } from '../../src/contract/index.ts'

test('fields of the contract and places in lists stay readable', () => {
  for (const pointer of ['', '/holds/0/code', '/deposits/12/amount/currency', '/blockers/0/data'])
    expect(declaredPointer(pointer)).toBe(pointer)
})

test('any other key is somebody else’s word, and is masked', () => {
  expect(declaredPointer('/holds/0/hunter2/code')).toBe('/holds/0/[REDACTED]/code')
  expect(declaredPointer('/constructor')).toBe('/[REDACTED]')
})

test('a key of a free record of an answer is in no issue about it', () => {
  const row = operations.find(({ name }) => name === 'getTerminal')
  const holds = [{ holdId: 'H-1', data: { 'my password': 1 } }]
  const read = row && readReply(row.reply, { holds, actions: [{ blockers: [{ data: { hunter2: {} } }] }] })
  expect(read?.ok).toBe(false)
  expect(JSON.stringify(read)).not.toMatch(/password|hunter/)
})
