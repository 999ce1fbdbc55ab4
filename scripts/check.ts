// Everything a release must pass except the tests themselves. `npm run check` runs all, `npm run check -- types knip`
// only the named ones. One line per check with its time; what a failing tool said stands under its line.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (path: string) => [process.execPath, `node_modules/${path}`]

/** In this order: `build` comes before everything that reads dist, the examples' types included. */
const checks: Record<string, string[]> = {
  biome: ['biome', 'check', '--error-on-warnings', '.'],
  lines: [process.execPath, 'scripts/lines.ts'],
  gate: [process.execPath, 'scripts/gate.ts'],
  diagrams: [process.execPath, 'scripts/diagrams.ts'],
  lockfile: [process.execPath, 'scripts/lockfile.ts'],
  licences: [process.execPath, 'scripts/licences.ts'],
  build: ['npm', 'run', 'build', '--silent', '--ignore-scripts'],
  types: [...bin('ts7/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  types6: [...bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  declared: [process.execPath, 'scripts/same-types.ts'],
  api: [...bin('typedoc/bin/typedoc'), '--emit', 'none', '--logLevel', 'Warn'],
  publint: ['publint', '--strict'],
  attw: ['attw', '--pack', '.', '--profile', 'esm-only', '-f', 'table-flipped'],
  knip: ['knip'],
  sizes: [process.execPath, 'scripts/sizes.ts'],
  compiler: [process.execPath, 'scripts/compiler.ts'],
  exports: ['vitest', 'run', '--project', 'fast', 'test/package/exports.test.ts'],
}

/** Their output is the point, so it is shown when they pass too. */
const talkative = new Set(['sizes', 'compiler'])

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in checks))
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}`)
  process.exit(2)
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).padStart(5)} s`
const indent = (text: string) => text.trimEnd().replaceAll(/^/gm, '       ')

const started = performance.now()
const selected = Object.entries(checks).filter(([name]) => asked.length === 0 || asked.includes(name))
const failed: string[] = []
for (const [name, [command = '', ...args]] of selected) {
  const since = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  const passed = status === 0
  if (!passed) failed.push(name)
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds(since)}`)
  if (error) console.log(indent(`${command} did not run: ${error.message}`))
  if (!passed || talkative.has(name)) console.log(indent(`${stdout}${stderr}`))
}

const verdict = failed.length === 0 ? 'all passed' : `${failed.length} failed: ${failed.join(', ')}`
console.log(`\n${selected.length} checks, ${verdict}, ${seconds(started).trim()}`)
process.exitCode = failed.length === 0 ? 0 : 1
