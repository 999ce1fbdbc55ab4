import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { migrate } from '../../src/machine/index.ts'

const { context, ...record } = JSON.parse(
  readFileSync(new URL('../golden/1/silent.record.json', import.meta.url), 'utf8'),
)
const digest = 'a'.repeat(64)
const licence = { id: 'licence', type: 'business_licence', digest, addedBy: 'm1' } as const
const factsOf = (paper: object) =>
  migrate({ ...record, context: { ...context, documents: { licence: { ...licence, ...paper } } } }).context
    .documents.licence?.facts

it('A paper of format 1 ends when it ended: what was beside its facts is one of them', () => {
  const validTo = '2026-06-30T23:59:59+08:00'
  expect(factsOf({ validTo })).toEqual({ validTo })
  expect(factsOf({})).toBeUndefined()
})
