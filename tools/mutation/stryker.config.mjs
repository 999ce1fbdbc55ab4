// Called by scripts/mutate.ts, which says what is changed, who is asked, and where the report goes.
const { MUTATION_FILES = '', MUTATION_REPORT = '' } = process.env

export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What is made while the sources are read would need all of them read again for each change.
  ignoreStatic: true,
  mutate: MUTATION_FILES.split(' '),
  incremental: true,
  incrementalFile: 'node_modules/.cache/stryker.json',
  concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
  ignorePatterns: ['bench', '/dist', 'docs/site', 'examples/merchant-portal', 'tools/*/node_modules'],
  tempDirName: '.stryker-tmp',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: MUTATION_REPORT },
  timeoutMS: 60_000,
  warnings: { slow: false },
}
