import { join } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// The built package is loaded by Node itself, as a user's program would, never transformed by the test runner.
const server = { deps: { external: [/\/dist\//] } }

// No test turns red by itself. Times are far beyond what any test, hook or condition needs, chance has a seed, and programs speak
// the same language on every machine.
const steady = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 300_000, interval: 10 } },
  setupFiles: ['test/steady.ts'],
  env: { LC_ALL: 'C.UTF-8' },
}

/** An example with a manifest of its own imports the package by its name, as its users do: here that is what was built. */
const packageOfExamples: Plugin = {
  name: 'package-of-examples',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const isPackage = /^terminal-lifecycle(?:\/|$)/.test(source) && importer.includes('/examples/')
    return isPackage
      ? this.resolve(source, join(import.meta.dirname, 'package.json'), { skipSelf: true })
      : undefined
  },
}

export default defineConfig({
  test: {
    // By default the runner leaves a core to the watcher; nobody watches here.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [packageOfExamples],
        test: {
          name: 'fast',
          // One load of the sources for all files of a worker: a third of the time went into loading them again and again.
          // So no test may change what another one imports.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{slow,browser,tools,postgres,restate}.test.ts'],
          ...steady,
          server,
        },
      },
      {
        plugins: [packageOfExamples],
        test: { name: 'slow', include: ['test/**/*.slow.test.ts'], ...steady, server },
      },
      {
        // Other runtimes, and other people's tools for the contract.
        test: {
          name: 'tools',
          include: ['test/**/*.tools.test.ts'],
          ...steady,
          server,
        },
      },
      {
        // A PostgreSQL server of its own, or the one that POSTGRES_URL names.
        test: {
          name: 'postgres',
          include: ['test/**/*.postgres.test.ts'],
          globalSetup: ['test/runtime/postgres/server.ts'],
          ...steady,
          server,
        },
      },
      {
        // Restate's own server, and PostgreSQL beside it.
        test: {
          name: 'restate',
          include: ['test/**/*.restate.test.ts'],
          globalSetup: ['test/runtime/postgres/server.ts'],
          ...steady,
          server,
        },
      },
      {
        // On its first run the hook unpacks Chromium.
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          ...steady,
          server,
        },
      },
    ],
  },
})
