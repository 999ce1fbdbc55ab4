import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { held, portfolio } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))
const root = join(import.meta.dirname, '../..')
const program = join(root, 'bin/terminal-lifecycle.js')
const own = ['--disable-warning=ExperimentalWarning', program, '--locale', 'en']
const at = (name: string) => join(folder, name)
const csv = join(root, portfolio)
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...own, ...args], { cwd: folder, encoding: 'utf8' })
const shell = (text: string) =>
  spawnSync('bash', ['-c', `tl() { "${process.execPath}" ${own.join(' ')} "$@"; }; ${text}`], {
    ...{ cwd: folder, encoding: 'utf8' },
  })
const nobodysCode = /\n {4}at |node:internal|\[object/

const json = { brace: '{', list: '[]', bytes: new Uint8Array([0xff, 0xfe, 0]), strange: '{"a":1}' }
beforeAll(() => {
  for (const [name, text] of Object.entries(json)) writeFileSync(at(`${name}.json`), text)
  const actor = { role: 'merchant', personId: 'o', organisationId: 'm', acquirerId: 'a', duties: [] }
  writeFileSync(at('people.json'), JSON.stringify({ ['0'.repeat(64)]: actor }))
  writeFileSync(at('empty.csv'), '')
  writeFileSync(
    at('noise.csv'),
    Buffer.from(Array.from({ length: 9_999 }, (_, n) => (n * 7 + (n >> 3)) % 256)),
  )
  const [head = ''] = execFileSync('head', ['-1', csv], { encoding: 'utf8' }).split('\n')
  writeFileSync(at('endless.csv'), `${head}\n"${'x,'.repeat(2_000_000)}\n`)
  writeFileSync(at('nul.csv'), `${head}\n${'\0'.repeat(5_000)}\n`)
  mkdirSync(at('directory/terminals.db'), { recursive: true })
  mkdirSync(at('other'))
  writeFileSync(at('other/terminals.db'), 'no database '.repeat(500))
  expect(run('--data', 'data', 'import', csv).status).toBe(0)
})

it.each<[end: number, says: RegExp, ...args: string[]]>([
  [2, /^frobnicate is not/, 'frobnicate'],
  [2, /^constructor is not/, 'constructor'],
  [2, /^ is not/, ''],
  [2, /^--colour is not/, 'work', '--colour'],
  [2, /^--json is not/, 'work', '--json=1'],
  ...['x', '0', '-1', '1.5', '1001', '1e3', ''].map((n): [number, RegExp, ...string[]] => [
    ...([2, /^--limit is not/, '--data', 'data', 'work', `--limit=${n}`] as const),
  ]),
  ...['x', '65536', '-1'].map((n): [number, RegExp, ...string[]] => [
    ...([2, /^--port is not/, 'serve', '--people', 'strange.json', `--port=${n}`] as const),
  ]),
  [2, /^--duty is not/, '--data', 'data', 'work', '--duty', 'x'],
  [2, /^--locale is not/, 'work', '--locale', 'fr'],
  [2, /^why a b is not/, '--data', 'data', 'why', 'a', 'b'],
  [1, /no such life/, '--data', 'data', 'why', '__proto__'],
  [3, /nowhere/, '--data', 'nowhere', 'work'],
  [3, /empty\.csv/, '--data', 'empty.csv', 'work'],
  [3, /directory/, '--data', 'directory', 'work'],
  [3, /damaged/, '--data', 'other', 'work'],
  [3, /none\.json/, '--data', 'data', 'verify', 'none.json'],
  ...['brace', 'list', 'bytes', 'strange'].map((name): [number, RegExp, ...string[]] => [
    ...([3, new RegExp(`^${name}\\.json is not`), '--data', 'data', 'verify', `${name}.json`] as const),
  ]),
  [3, /none\.csv/, '--data', 'new', 'import', 'none.csv'],
  [3, /^directory is a folder/, '--data', 'new', 'import', 'directory'],
  [3, /^directory is a folder/, '--data', 'new', 'import', csv, '--map', 'directory'],
  [3, /^bytes\.json is not/, '--data', 'data', 'import', csv, '--map', 'bytes.json'],
  [3, /NO_HEADER/, '--data', 'data', 'import', 'empty.csv'],
  [3, /NO_HEADER/, '--data', 'data', 'import', 'noise.csv'],
  [1, /^$/, '--data', 'data', 'import', 'endless.csv'],
  [1, /^$/, '--data', 'data', 'import', 'nul.csv'],
  [3, /brace\.json is there already/, '--data', 'data', 'dossier', held, '--out', 'brace.json'],
  [3, /none/, '--data', 'data', 'dossier', held, '--out', 'none/dossier.json'],
  [3, /empty\.csv/, '--data', 'data', 'backup', 'empty.csv'],
  [3, /exists/, '--data', 'data', 'backup', 'data'],
  [3, /none/, '--data', 'new', 'restore', 'none'],
  [3, /occupied/, '--data', 'data', 'restore', 'data'],
  [3, /UNKNOWN_FIELD/, '--data', 'data', 'purge', '--rules', 'strange.json'],
  [3, /UNTRUSTED/, '--data', 'new', 'serve', '--people', 'people.json', '--systems', 'http://a.example'],
])('ends with %i and says %s: %s %s %s %s', (end, says, ...args) => {
  const before = readdirSync(folder).sort()
  const { status, stdout, stderr } = run(...args)
  expect({ status, stderr, isOurs: !nobodysCode.test(stdout + stderr) }).toEqual({
    ...{ status: end, stderr: expect.stringMatching(says), isOurs: true },
  })
  // Nothing is begun that cannot be ended.
  expect(readdirSync(folder).sort()).toEqual(before)
})

it('reads a file as spreadsheets and editors save it', () => {
  const text = execFileSync('cat', [csv], { encoding: 'utf8' })
  for (const [name, content] of Object.entries({
    bom: `\ufeff${text}`,
    crlf: text.replaceAll('\n', '\r\n'),
    cr: text.replaceAll('\n', '\r'),
    blank: `${text}${'\n'.repeat(100_000)}`,
    utf16: Buffer.from(`\ufeff${text}`, 'utf16le'),
  })) {
    writeFileSync(at(`${name}.csv`), content)
    const { stdout } = run('--data', 'data', 'import', '--dry-run', `${name}.csv`)
    expect([name, stdout]).toEqual([name, expect.stringMatching(/^0 would open, 25 known already, 0 /)])
  }
})

it('whose reader has read enough ends as if all had been read', () => {
  for (const text of [
    'tl --data data work --limit 1000',
    `tl --data data dossier ${held}`,
    'tl --help',
    'tl --data data audit',
  ])
    for (const reader of ['head -1', 'true']) {
      const { stdout, stderr } = shell(`${text} | ${reader}; echo "ended $\{PIPESTATUS[0]}"`)
      expect([text, stdout.split('\n').at(-2), stderr]).toEqual([text, 'ended 0', ''])
    }
  // and what it does is done to its end
  const { stdout } = shell(`tl --data piped import ${csv} | true; tl --data piped work --limit 1 | wc -l`)
  expect(stdout).toBe('1\n')
})

it.each([
  ['its answer has no room', `tl --data data dossier ${held} > /dev/full`, 'ended 3', /^ENOSPC/],
  ['nobody has its output', 'tl --data data work >&-', 'ended 0', /^$/],
  ['nobody hears its complaint', 'tl --data nowhere work 2>&-', 'ended 3', /^$/],
  ['its complaint has no room', 'tl --data nowhere work 2> /dev/full', 'ended 3', /^$/],
])('ends with a code where %s', (_, text, end, says) => {
  const { stdout, stderr } = shell(`${text}; echo "ended $?"`)
  expect([stdout.split('\n').at(-2), stderr]).toEqual([end, expect.stringMatching(says)])
})

it('that is told to end in the middle of an import goes on where it was', async () => {
  const child = spawn(process.execPath, [...own, '--data', 'begun', 'import', csv], { cwd: folder })
  while (!existsSync(at('begun/terminals.db'))) await new Promise((resolve) => setTimeout(resolve, 1))
  child.kill('SIGINT')
  await once(child, 'exit')
  expect(run('--data', 'begun', 'import', csv).stdout).toMatch(/^\d+ opened, \d+ known already, 0 refused/)
  expect(run('--data', 'begun', 'audit').stdout).toBe('Nothing.\n')
})
