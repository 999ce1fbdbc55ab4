import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type LifecycleRecord, migrate } from '../../src/machine/index.ts'

const folder = new URL('../golden/1/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.record.json'))
const oldRecord = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LifecycleRecord

/** Every setting is another one than that of any release. */
const otherwise = (policy: LifecycleRecord['context']['policy']) => ({
  ...policy,
  clocks: Object.fromEntries(
    Object.entries(policy.clocks).map(([name, rule], place) => [name, { ...rule, amount: 41 + place }]),
  ),
  verifyAttempts: policy.verifyAttempts + 7,
  urgentBases: [],
  appealAllowed: !policy.appealAllowed,
  setOffAllowed: !policy.setOffAllowed,
  carryOverKinds: [],
  unbindRequires: policy.unbindRequires === 'received' ? 'keysRemoved' : 'received',
  systemMayPlace: [],
  feeTables: [{ version: 'of-then', from: '2020-01-01' }],
})

it.each(names)('A life of format 1 keeps the policy that it was opened under, clock by clock: %s', (name) => {
  const stored = oldRecord(name)
  const own = otherwise(stored.context.policy)
  const said = Object.keys(stored.context.policy)
  expect(Object.keys(own).sort()).toEqual(said.sort())
  const { policy } = migrate({ ...stored, context: { ...stored.context, policy: own } }).context
  expect(policy).toMatchObject(own)
})
