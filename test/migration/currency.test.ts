import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/machine/index.ts'
import { casesOfFormat1 } from '../golden/format-1.ts'

const stored = (name: string): string =>
  readFileSync(new URL(`../golden/1/${name}.record.json`, import.meta.url), 'utf8')

describe('a life of format 1 whose currency is called', () => {
  it.each(['RMB', 'CNH'])('%s is in CNY from now on, and so is all its money', (currency) => {
    for (const name of casesOfFormat1) {
      const record = stored(name)
      const other = record.replaceAll('"CNY"', `"${currency}"`)
      expect(other).not.toBe(record)
      expect(migrate(JSON.parse(other))).toEqual(migrate(JSON.parse(record)))
    }
  })

  it('RMB is renamed where it is a currency, and nowhere else', () => {
    const { context, ...record } = JSON.parse(stored('silent').replaceAll('"CNY"', '"RMB"'))
    const identity = { ...context.identity, merchantName: 'RMB' }
    const read = migrate({ ...record, context: { ...context, identity } })
    expect(read.context.identity).toMatchObject({ merchantName: 'RMB', currency: 'CNY' })
  })

  it('withdrawn since stays what it is, on its papers too', () => {
    const { context, ...record } = migrate(JSON.parse(stored('silent').replaceAll('"CNY"', '"BGN"')))
    expect(context.identity.currency).toBe('BGN')
    const facts = { amount: 5, currency: 'BGN' }
    const proof = { id: 'proof', type: 'payment_proof', digest: 'a'.repeat(64), addedBy: 'm1' } as const
    const onFile = { ...proof, facts, checkedBy: null, isRejected: false, for: null }
    const read = migrate({ ...record, context: { ...context, documents: { proof: onFile } } })
    expect(read.context.documents.proof?.facts).toEqual(facts)
  })
})
