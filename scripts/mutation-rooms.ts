/** Which tests see what a room does. The longest path that a file begins with decides. Walks of the whole machine take minutes for
 * each change, so only single tests are asked: what they miss is listed, though a walk may see it. What notices most stands first. */
const machine = [
  'test/blockers/*.test.ts',
  'test/machine/{stories,step,policy,clock-laws,catalogues,live-orders,pledges,invariants,left-sales,questions}.test.ts',
  'test/machine/{duties,time,reports,leaving,taken-over,hidden-*,late-facts,openings,particulars}.test.ts',
]

/** What tells how a closing life is read, without the tests that ask every configuration. */
const read = [
  'test/blockers/*.test.ts',
  'test/machine/{read-off,clearing*,stories,policy,questions,openings,left-sales}.test.ts',
  'test/machine/{answers,moments,old-papers,reserved-names,leaving-orders,open-items,late-no-more}.test.ts',
]
/** What tells what is refused: the stories, what a record may be opened with, and every refusal with what ends it. */
const refused = [
  'test/blockers/*.test.ts',
  'test/machine/{refusals,stories,openings,left-sales,pledges,published,repeats,reserved-names,duties}.test.ts',
]
/** What tells what an event writes: the stories, with all that each leaves behind, and the journals of earlier releases. */
const written = [
  'test/machine/{written,stories,clock-laws,pledges,left-sales,taken-over,late-*,particulars}.test.ts',
  'test/golden/golden.test.ts',
]
/** What tells how an open closure is asked about, and what a party or a device that leaves takes along. */
const asked = [
  'test/blockers/*.test.ts',
  'test/machine/{stories,policy,questions,outstanding,explain,procedures,answers,moments,asked-again}.test.ts',
  'test/machine/{whose-turn,catalogues,checks,cleared-by,copies-lacking,duties,references,told-to-others,time}.test.ts',
  'test/machine/{hidden-*,late-clocks,draining-clock,open-items,published,left-sales,pledges}.test.ts',
  'test/machine/{particulars,actions-named,late-no-more,rejected,review-lines}.test.ts',
]
const leaving = [
  'test/machine/{stories,leaving*,answers,moments,outstanding,questions,procedures,references}.test.ts',
  'test/machine/{left-sales,open-items,old-papers,absent-party,cleared-by}.test.ts',
]
const cleared = ['test/machine/clearing*.test.ts']
const views = ['test/machine/{hidden-*,questions}.test.ts']
const masks = ['test/errors/redact*.test.ts']
const signatures = ['test/webhooks/{verify*,sign,keys,masked-messages}.test.ts']

const whole = ['test/machine/{damaged-records,questions,invariants}.test.ts', 'test/migration/*.test.ts']

export const testsOf: Readonly<Record<string, readonly string[]>> = {
  machine,
  'machine/lifecycle': [...machine, 'test/golden/golden.test.ts', 'test/machine/masked-reports.test.ts'],
  'machine/migrate': whole,
  'machine/whole': whole,
  'machine/whole-state': whole,
  'machine/open-record': [...machine, 'test/machine/opened-with.test.ts'],
  'machine/opening-faults': [...machine, 'test/machine/opened-with.test.ts'],
  'machine/invariants': [...machine, 'test/machine/opened-with.test.ts'],
  'machine/reminded': ['test/machine/{reminded,repeats,late-facts}.test.ts'],
  'machine/ledger': written,
  'machine/facts': read,
  'machine/rules': refused,
  'machine/facts/transfers': cleared,
  'machine/facts/deposits': cleared,
  'machine/clearing': cleared,
  'machine/clearing/devices': read,
  'machine/clearing/transactions': read,
  'machine/leaving': leaving,
  'machine/questions': asked,
  'machine/questions/viewing': views,
  'machine/questions/viewing-entries': views,
  'domain/secrets': ['test/domain/**/*.test.ts', 'test/errors/redact*.test.ts', 'test/schemas/**/*.test.ts'],
  'domain/money': ['test/domain/money.test.ts'],
  domain: ['test/domain/**/*.test.ts', ...machine],
  errors: ['test/errors/**/*.test.ts'],
  'errors/redact': masks,
  'errors/redact-value': masks,
  'errors/redact-opaque': masks,
  'errors/free-name': masks,
  client: ['test/client/**/*.test.ts'],
  schemas: ['test/schemas/**/*.test.ts', 'test/doors/{readers,words,amounts,one-door}.test.ts'],
  letters: ['test/letters/**/*.test.ts'],
  words: ['test/words/**/*.test.ts', 'test/guidance/**/*.test.ts'],
  fleet: ['test/fleet/**/*.test.ts'],
  command: ['test/command/**/*.test.ts'],
  backend: ['test/backend/**/*.test.ts', 'test/server/**/*.test.ts'],
  'runtime/access': ['test/runtime/access.test.ts'],
  'runtime/memory-*': [
    'test/runtime/{memory-store,between*,changes-page,purge*,health,papers,rows,gathered,records-at}.test.ts',
    'test/runtime/{newest*,known-reports,committer,restore,audit*,slow-claim,dispatch,run}.test.ts',
  ],
  runtime: ['test/runtime/**/*.test.ts'],
  'runtime/sqlite': ['test/runtime/**/*sqlite*.test.ts', 'test/stories/dispatch-sqlite.test.ts'],
  'webhooks/verify': signatures,
  'webhooks/signatures': signatures,
  'webhooks/hmac': signatures,
  server: ['test/server/**/*.test.ts'],
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
  if (!tests) throw new Error(`scripts/mutation-rooms.ts has no row for ${path}`)
  return tests
}
