import { defineConfig } from 'vitest/config'

// The tests that scripts/mutate.ts names, in one process that stays, as the fast project runs them.
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(' '),
    exclude: ['test/**/*.{slow,browser,tools,postgres,restate}.test.ts'],
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
