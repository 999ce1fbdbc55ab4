/** Which tests see what a room does. The longest path that a file begins with decides. Walks of the whole machine take minutes for
 * each change, so only single tests are asked: what they miss is listed, though a walk may see it. */
const machine = [
  'test/machine/{stories,step,policy,clock-laws,catalogues,live-orders,pledges,invariants,left-sales,questions}.test.ts',
  'test/machine/{duties,time,reports,leaving,taken-over,hidden-*,late-facts,openings,particulars}.test.ts',
  'test/blockers/*.test.ts',
]

export const testsOf: Readonly<Record<string, readonly string[]>> = {
  machine,
  'domain/secrets': ['test/domain/**/*.test.ts', 'test/errors/redact*.test.ts', 'test/schemas/**/*.test.ts'],
  domain: ['test/domain/**/*.test.ts', ...machine],
  errors: ['test/errors/**/*.test.ts'],
  client: ['test/client/**/*.test.ts'],
  backend: ['test/backend/**/*.test.ts', 'test/server/**/*.test.ts'],
  runtime: ['test/runtime/**/*.test.ts'],
  'runtime/sqlite': ['test/runtime/**/*sqlite*.test.ts', 'test/stories/dispatch-sqlite.test.ts'],
  webhooks: ['test/webhooks/**/*.test.ts'],
}

/**
 * The tests for a file below `src`.
 *
 * @throws Error for a room that has no row here.
 */
export const testsFor = (path: string): readonly string[] => {
  const room = Object.keys(testsOf)
    .filter((prefix) => path === prefix || path.startsWith(`${prefix}/`))
    .sort((one, other) => other.length - one.length)[0]
  const tests = room === undefined ? undefined : testsOf[room]
  if (!tests) throw new Error(`tools/mutation/rooms.ts has no row for ${path}`)
  return tests
}
