import type { DocumentOf, TestFailed, TestPassed } from 'terminal-lifecycle/schemas'
import { deviceOf } from './facts.ts'
import type { Situation } from './step.ts'

const names = ['power', 'signOn', 'network', 'transaction', 'void'] as const
type Check = (typeof names)[number]

const checks = (failing?: Check) => names.map((name) => ({ name, passed: name !== failing }))

/** All five checks of the full test, done on the device that is bound. */
export const passed = ({ record }: Situation): TestPassed => ({
  type: 'test.passed',
  serial: deviceOf(record).serial,
  kind: 'full',
  checks: checks(),
})

export const failedAt =
  (check: Check, note: string) =>
  ({ record }: Situation): TestFailed => ({
    type: 'test.failed',
    serial: deviceOf(record).serial,
    kind: 'full',
    checks: checks(check),
    note,
  })

export const testRecord = (
  { record, at }: Situation,
  testedBy: string,
  result: 'pass' | 'fail',
): DocumentOf<'device_test_record'> => ({
  type: 'device_test_record',
  id: `DOC-TEST-${result.toUpperCase()}`,
  issuedAt: at,
  serialNumber: deviceOf(record).serial,
  testedAt: at,
  testedBy,
  kind: 'full',
  checks: checks(result === 'pass' ? undefined : 'network'),
  result,
})
