import { defineConfig } from 'vitest/config'

// The built package is loaded by Node itself, as a user's program would, never transformed by the test runner.
const server = { deps: { external: [/\/dist\//] } }

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: ['test/**/*.slow.test.ts'], server },
      },
      {
        test: { name: 'slow', include: ['test/**/*.slow.test.ts'], testTimeout: 120_000, server },
      },
    ],
  },
})
