import * as z from 'zod'
import { testChecks } from '../../domain/index.ts'
import { SerialNumber, Text } from '../primitives.ts'

const test = {
  serial: SerialNumber,
  kind: z.enum(['smoke', 'full']),
  checks: z
    .array(z.strictObject({ name: z.enum(testChecks), passed: z.boolean() }))
    .min(1)
    .max(testChecks.length),
}

/** The device works again. */
export const TestPassed = z.strictObject({
  type: z.literal('test.passed'),
  ...test,
  /** What no check reports, and a technician has tried by hand. */
  attested: z.array(z.enum(testChecks)).max(testChecks.length).optional(),
})
export interface TestPassed extends z.output<typeof TestPassed> {}

/** The device does not pass: the terminal goes on waiting for its test. */
export const TestFailed = z.strictObject({ type: z.literal('test.failed'), ...test, note: Text.optional() })
export interface TestFailed extends z.output<typeof TestFailed> {}

export const deviceTestEvents = [TestPassed, TestFailed] as const
export type DeviceTestEvent = TestPassed | TestFailed
