/** What a test of a device looks at. */
export const testChecks = [
  'power',
  'signOn',
  'network',
  'printer',
  'scanner',
  'cardReader',
  'display',
  'transaction',
  'void',
  // only some models report these two
  'tamper',
  'time',
] as const
export type TestCheck = (typeof testChecks)[number]
