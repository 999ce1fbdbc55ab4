import { defineConfig } from 'vitest/config'

// The built package is loaded by Node itself, as a user's program would, never transformed by the test runner.
const server = { deps: { external: [/\/dist\//] } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{slow,browser}.test.ts'],
          server,
        },
      },
      {
        test: { name: 'slow', include: ['test/**/*.slow.test.ts'], testTimeout: 120_000, server },
      },
      {
        // On its first run the hook unpacks Chromium.
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
          server,
        },
      },
    ],
  },
})
