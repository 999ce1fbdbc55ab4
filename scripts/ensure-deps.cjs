// Runs before start, test, check and build, on whatever Node the machine has (18 or newer), so that a clean clone
// needs no other command first: installs when node_modules is missing or older than the lock file, which also
// brings the pinned Node, then builds dist when it is older than its sources. `--browser` brings a Chromium as well,
// which is too heavy for everybody's first install; CHROME_PATH names another one. `--tools` brings other runtimes and
// the tools that read docs/open-api.json, `--bench` what this package is measured against, `--mutation` what changes its sources, `--docs` what its site is built with,
// `--demo` what the portal is built with, `--postgres` the client of that database, `--restate` that server and its SDK.
// `npm install`, never `npm ci`: npm drops binaries for other platforms from its own lock file, and `npm ci` refuses it.
'use strict'

const { spawnSync } = require('node:child_process')
const { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const at = (...parts) => join(root, ...parts)
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : Number.NEGATIVE_INFINITY)
const say = (text) => process.stderr.write(`ensure-deps: ${text}\n`)

/** Newest change below a path; folders count, because a deleted file shows only there. */
function newest(path) {
  if (!existsSync(path)) return Number.NEGATIVE_INFINITY
  if (!statSync(path).isDirectory()) return changed(path)
  return Math.max(changed(path), ...readdirSync(path).map((name) => newest(join(path, name))))
}

function npm(folder, ...args) {
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []]
  // Standard output belongs to the command that follows: npm speaks on standard error.
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: at(folder),
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (status === 0) return
  say(`npm ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`)
  process.exit(status || 1)
}

/** Does the lock file list what package.json asks for? Only then nothing but platforms can have changed in it. */
function isOfPackage(folder, lock) {
  const listed = JSON.parse(lock).packages['']
  const asked = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'))
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
  return kinds.every((kind) => JSON.stringify(listed[kind] ?? {}) === JSON.stringify(asked[kind] ?? {}))
}

function ensureInstalled(folder, first) {
  const installed = at(folder, 'node_modules', '.package-lock.json')
  if (changed(installed) >= changed(at(folder, 'package-lock.json')) && existsSync(installed)) return
  say(`${existsSync(installed) ? 'package-lock.json is newer' : first}, npm install ...`)
  const lock = at(folder, 'package-lock.json')
  const before = readFileSync(lock, 'utf8')
  npm(folder, 'install')
  // A registry that lacks a binary for some other platform makes npm drop it from the lock file: a clone stays as it was.
  if (isOfPackage(folder, before) && readFileSync(lock, 'utf8') !== before) writeFileSync(lock, before)
  // npm leaves the file alone when nothing had to change; without this every run would install again.
  const now = new Date()
  if (existsSync(installed)) utimesSync(installed, now, now)
}

function ensureNode() {
  const pinned = ['node', 'node.exe'].some((name) => existsSync(at('node_modules', 'node', 'bin', name)))
  if (pinned || Number.parseInt(process.versions.node, 10) >= 24) return
  say(
    `Node 24 is needed, this is ${process.version}, and the pinned one is missing because install scripts are off.`,
  )
  say('Run `npm rebuild node --ignore-scripts=false`, or use Node 24.')
  process.exit(1)
}

function ensureBuilt() {
  const inputs = [
    'src',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'tsup.config.ts',
  ]
  const built = Math.min(changed(at('dist', 'index.js')), changed(at('dist', 'index.d.ts')))
  if (built >= Math.max(...inputs.map((name) => newest(at(name))))) return
  say('dist is older than its sources, building ...')
  npm('.', 'run', 'build', '--ignore-scripts')
}

ensureInstalled('.', 'first run (about a minute)')
ensureNode()
if (process.argv.includes('--browser') && !process.env.CHROME_PATH)
  ensureInstalled(join('tools', 'chromium'), 'first run of a browser (67 MB)')
if (process.argv.includes('--browser'))
  ensureInstalled(join('tools', 'portal'), 'first run of the portal (90 MB)')
if (process.argv.includes('--tools')) {
  ensureInstalled(join('tools', 'runtimes'), 'first run in other runtimes (540 MB)')
  ensureInstalled(join('tools', 'open-api'), 'first run of the tools for the contract (200 MB)')
  ensureInstalled(join('tools', 'consumers'), 'first run of the oldest that is supported (40 MB)')
  ensureInstalled(join('tools', 'forms'), 'first run of the form libraries (39 MB)')
  ensureInstalled(join('tools', 'telemetry'), 'first run of OpenTelemetry (22 MB)')
}
if (process.argv.includes('--demo'))
  ensureInstalled(join('tools', 'portal'), 'first run of the demonstration (what the portal is made of)')
if (process.argv.includes('--postgres'))
  ensureInstalled(join('tools', 'postgres'), 'first run of the client of PostgreSQL (1 MB)')
if (process.argv.includes('--restate'))
  ensureInstalled(join('tools', 'restate'), 'first run of Restate (230 MB)')
if (process.argv.includes('--mutation'))
  ensureInstalled(join('tools', 'mutation'), 'first run of the mutations (23 MB)')
if (process.argv.includes('--bench'))
  ensureInstalled(join('tools', 'bench'), 'first run of the benches (28 MB)')
if (process.argv.includes('--docs'))
  ensureInstalled(join('tools', 'docs'), 'first build of the documentation (200 MB)')
if (!process.argv.includes('--no-build')) ensureBuilt()
