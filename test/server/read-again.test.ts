import { expect, test } from 'vitest'
import { type Operation, operations } from '../../src/contract/index.ts'
import { lazyBody } from '../../src/server/body.ts'

const row = operations.find(({ name }) => name === 'recordEvent') as Operation
const arriving = (length: number) =>
  lazyBody(new Request('https://office.example/', { method: 'POST', body: 'x'.repeat(length) }), row)

test('a body that was read for its signature is measured again by whoever knows its limit', async () => {
  const body = arriving(100)
  expect((await body(200)).length).toBe(100)
  expect((await body(100)).length).toBe(100)
  await expect(body(99)).rejects.toMatchObject({ status: 413 })
})

test('a body beyond the limit is too long, whoever asks first', async () => {
  await expect(arriving(101)(100)).rejects.toMatchObject({ status: 413 })
})
