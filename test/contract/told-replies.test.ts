import { expect, test } from 'vitest'
import { contract, readReply } from '../../src/contract/index.ts'
import { secrets } from '../support/secrets.ts'
import { samples } from './samples.ts'

const told = [
  ['confirmClosure', 'providerRef'],
  ['requestStatement', 'statementId'],
  ['uploadBatch', 'batchNo'],
  ['eraseDevice', 'tool'],
  ['payOut', 'reference'],
] as const

test.each(told)(
  'what %s answers is kept where its %s holds a secret, with a mark in its place [C-01]',
  (name, member) => {
    for (const secret of Object.values(secrets)) {
      const read = readReply(contract[name].reply, { ...samples[name].answer, [member]: secret })
      if (!read.ok) expect.fail(JSON.stringify(read.issues))
      const mark = (read.value as Readonly<Record<string, unknown>>)[member]
      expect(mark).toMatch(/^(masked-(?:[0-9a-f]{6}|value)|.*\[REDACTED\].*)$/)
      expect(String(mark)).not.toContain(secret)
    }
  },
)
