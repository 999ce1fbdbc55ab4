// The tests that scripts/mutate.ts names, over sources with changes in them. All in one process that has read everything once: to
// read it again for each change costs many times what the tests themselves take.
import { basename, relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { instrumented } from './instrumented.mjs'

const {
  MUTATION_TESTS = '',
  MUTATION_DRAWS = '[]',
  MUTATION_ENDED = '[]',
  MUTATION_REPORT = '',
} = process.env
const { files, of, mutants } = await instrumented(JSON.parse(MUTATION_DRAWS))
const contents = new Map(files.map(({ name, content }) => [name, `// @ts-nocheck\n${content}`]))

/** In the order in which the list names them: what notices most comes first, and the others have less to try. */
class AsNamed extends BaseSequencer {
  override async sort(tests: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const named = MUTATION_TESTS.search(new RegExp(`\\b${basename(moduleId, '.test.ts')}\\b`))
      return named < 0 ? Number.MAX_SAFE_INTEGER : named
    }
    return tests.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

export default defineConfig({
  plugins: [
    {
      name: 'changed-sources',
      enforce: 'pre',
      load: (id) => contents.get(relative(process.cwd(), id)),
    },
  ],
  test: {
    include: MUTATION_TESTS.split(' '),
    exclude: ['test/**/*.{slow,browser,tools,postgres,restate}.test.ts'],
    runner: './tools/mutation/runner.ts',
    provide: { changes: { of, mutants, ended: JSON.parse(MUTATION_ENDED), report: MUTATION_REPORT } },
    sequence: { sequencer: AsNamed },
    isolate: false,
    // What is kept of the run before has other changes in it, or none.
    fsModuleCache: false,
    maxWorkers: 1,
    // A change that fills the memory soon does.
    execArgv: ['--max-old-space-size=1500'],
    server: { deps: { external: [/\/dist\//] } },
    // A change that makes a test wait for ever is noticed by that.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    silent: true,
    // What a change leaves behind is not an error of the tests.
    dangerouslyIgnoreUnhandledErrors: true,
  },
})
