import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/errors/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { desk, held, portfolio } from './desk.ts'

const { folder, data, ask } = desk()
const inFolder = (name: string) => join(folder, name)

beforeAll(async () => {
  expect(await ask('import', portfolio)).toEqual({
    end: 0,
    said: '25 opened, 0 known already, 0 refused.',
    complaints: '',
  })
})

describe('The command for operators', () => {
  it('imports each terminal once, and tells which lines are bad', async () => {
    expect((await ask('import', portfolio)).said).toBe('0 opened, 25 known already, 0 refused.')
    const broken = await ask('import', 'examples/quickstart/portfolio-broken.csv')
    expect(broken.end).toBe(1)
    expect(broken.said).toMatch(/^line \d+: \S/m)
  })

  it('says why a terminal does not sell, whose turn it is and what would help', async () => {
    const { end, said } = await ask('why', held)
    expect(end).toBe(0)
    expect(said.split('\n').slice(0, 6)).toEqual([
      `${held} · 10230005 · 海韵理发`,
      'State: Held',
      'Acceptance: Unknown, the host was never read',
      'Held: Business licence expired · since 2 March 2026, 09:00',
      'Ordered of other systems, and not known to be done:',
      expect.stringMatching(/^ {2}Read the status back \(.*\/0\)$/),
    ])
    expect(said).toContain('\nNow:\n  DOCUMENTS_INCOMPLETE · Documents')
    expect(said).toContain('Business licence) · turn of Merchant · cleared by reinstatement.requested')
    expect(said).toContain('May it be closed? Yes, with papers.')
    expect(said).toMatch(/Documents are missing\. Add the ones listed\. \(Closure/)
    expect((await ask('why', held, '--locale', 'zh-CN')).said).toContain('营业执照过期')
  })

  it('tells every instant in one form, as it is read', async () => {
    for (const [locale, form] of [
      ['en', /\d{1,2} [A-Z][a-z]+ 2026, \d\d:\d\d/],
      ['zh-CN', /2026年\d{1,2}月\d{1,2}日\d\d:\d\d/],
    ] as const)
      for (const args of [['why', held], ['work'], ['health']]) {
        const { said } = await ask(...args, '--locale', locale)
        expect(said).not.toMatch(/\d{4}-\d\d-\d\dT/)
        if (args[0] !== 'work') expect(said).toMatch(form)
      }
    expect((await ask('why', held, '--json')).said).toContain('"2026-03-02T09:00:00+08:00"')
  })

  it('says which release it is, and which command or option was meant', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const args of [['--version'], ['-V'], ['why', '--version']])
      expect(await ask(...args)).toEqual({ end: 0, said: version, complaints: '' })
    expect((await ask('helth')).complaints).toContain('helth is not understood. Was health meant?')
    expect((await ask('work', '--limt', '3')).complaints).toContain('Was --limit meant?')
    expect((await ask('work', '--limt', '3', '--locale', 'zh-CN')).complaints).toContain('是否指 --limit？')
    expect((await ask('why')).complaints).not.toContain('meant')
    expect((await ask('everything')).complaints).not.toContain('meant')
  })

  it('lists what is to be done, as JSON too', async () => {
    const { said } = await ask('work', '--limit', '2')
    expect(said.split('\n')).toHaveLength(2)
    const { items, more } = JSON.parse((await ask('work', '--json', '--limit', '3')).said)
    expect([items.length, more]).toEqual([3, true])
    expect(items[0]).toMatchObject({ code: expect.any(String), lifecycleId: expect.any(String) })
    expect((await ask('work', '--overdue')).said).toBe('Nothing.')
  })

  it('backs up into a new folder, verifies the copy, and overwrites none', async () => {
    const { end, said, complaints } = await ask('backup', inFolder('copy'))
    expect([end, said, complaints]).toEqual([
      0,
      '27 lives, 27 entries: whole and unaltered.',
      `${join(inFolder('copy'), 'terminals.db')} copied`,
    ])
    const again = await ask('backup', inFolder('copy'))
    expect([again.end, again.complaints]).toEqual([
      3,
      `STORE_FAILED exists: The store could not read or write. There is a file of that name already. Choose another name. (${join(inFolder('copy'), 'terminals.db')})`,
    ])
  })

  it('names the file that is none of its own, and no password of an address given for a folder', async () => {
    mkdirSync(inFolder('noise'))
    writeFileSync(join(inFolder('noise'), 'terminals.db'), 'no database at all'.repeat(100))
    const { end, complaints } = await ask('--data', inFolder('noise'), 'work')
    expect([end, complaints]).toEqual([
      3,
      expect.stringMatching(/^STORE_FAILED damaged: .*back-up into an empty place/),
    ])
    expect(complaints.endsWith(` (${join(inFolder('noise'), 'terminals.db')})`)).toBe(true)
    const failing = () => Promise.reject(new StoreError('unavailable'))
    const { ask: askFailing } = desk({ openHome: failing, openRestoring: failing })
    for (const address of [
      'postgres://me:hidden/%@hidden@db.example/x',
      'postgres://db.example/x?password=hidden',
    ])
      for (const by of [ask, askFailing])
        for (const args of [['work'], ['restore', 'copy'], ['work', address]]) {
          const told = (await by('--data', address, ...args)).complaints
          expect(told).not.toBe('')
          expect(told).not.toContain('hidden')
        }
    expect((await askFailing('--data', 'postgres://me:hidden@db.example/x', 'work')).complaints).toContain(
      '(postgres://db.example/x)',
    )
    const told = (await askFailing('--data', 'there', 'restore', 'here')).complaints
    expect(told).toContain('try again. (here → there)')
  })

  it.each(['4111111111111111', '卡号 4111 1111 1111 1111', '11010519491231002X'])(
    'says %s to nobody again, whatever it was given for',
    async (secret) => {
      for (const args of [
        [secret],
        ['work', secret],
        ['why', secret],
        ['why', secret, '--json'],
        ['import', inFolder(`${secret}.csv`)],
        ['--data', inFolder(secret), 'work'],
      ]) {
        const { said, complaints } = await ask(...args)
        expect(said + complaints).not.toBe('')
        expect(said + complaints).not.toContain(secret)
      }
    },
  )

  it('writes a dossier that can be verified without the store, and finds what was altered in it', async () => {
    const path = inFolder('dossier.json')
    expect((await ask('dossier', held, '--out', path)).end).toBe(0)
    // an auditor has the dossier and no store
    expect((await ask('--data', inFolder('none'), 'verify', path)).said).toBe(
      '1 life, 1 entry: whole and unaltered.',
    )
    const text = readFileSync(path, 'utf8')
    writeFileSync(inFolder('altered.json'), text.replaceAll('LICENCE_EXPIRED', 'RULE_VIOLATION'))
    const { end, said } = await ask('verify', inFolder('altered.json'))
    expect([end, said]).toEqual([1, expect.stringContaining('altered')])
    // nor does a journal whose end was cut off, or made up, stand on the head that the case was read with
    const dossier = JSON.parse(text)
    const cut = { ...dossier, journal: { ...dossier.journal, items: dossier.journal.items.slice(0, -1) } }
    const other = { ...dossier, case: { ...dossier.case, head: '0'.repeat(64) } }
    for (const [name, forged] of Object.entries({ cut, other })) {
      writeFileSync(inFolder(`${name}.json`), JSON.stringify(forged))
      expect((await ask('verify', inFolder(`${name}.json`))).end, name).toBe(1)
    }
    // nothing is overwritten
    expect((await ask('dossier', held, '--out', path)).end).toBe(3)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('finds what was altered in the files, by verify and by audit', async () => {
    await ask('backup', inFolder('spoilt'))
    const database = new DatabaseSync(join(inFolder('spoilt'), 'terminals.db'))
    database.exec(
      `UPDATE journal SET body = replace(body, 'LICENCE_EXPIRED', 'RULE_VIOLATION') WHERE lifecycle_id = '${held}'`,
    )
    database.close()
    const verified = await ask('--data', inFolder('spoilt'), 'verify')
    expect([verified.end, verified.said]).toEqual([1, expect.stringContaining(held)])
    expect((await ask('--data', inFolder('spoilt'), 'verify', held)).end).toBe(1)
    const another = new DatabaseSync(join(inFolder('spoilt'), 'terminals.db'))
    another.exec(`UPDATE record SET context = '{' WHERE lifecycle_id <> '${held}' AND rowid % 5 = 0`)
    another.close()
    // one that cannot be read keeps nobody from hearing of the others
    const all = (await ask('--data', inFolder('spoilt'), 'verify')).said.split('\n')
    expect(all.length).toBeGreaterThan(2)
    expect(all.filter((line) => line.includes('CORRUPT_RECORD')).length).toBe(all.length - 1)
    expect((await ask('--data', inFolder('spoilt'), 'audit')).end).toBe(1)
    expect(await ask('audit')).toMatchObject({ end: 0, said: 'Nothing.' })
  })

  it.each(['why', 'dossier', 'verify', 'audit', 'purge'])(
    'says that a life is not there, as JSON too: %s',
    async (command) => {
      const text = 'There is no such life.'
      expect(await ask(command, 'nobody')).toEqual({ end: 1, said: '', complaints: text })
      const { end, said, complaints } = await ask(command, 'nobody', '--json')
      expect([end, complaints]).toEqual([1, text])
      expect(JSON.parse(said)).toEqual({ lifecycleId: 'nobody', code: 'LIFECYCLE_UNKNOWN', text })
      const zh = await ask(command, 'nobody', '--json', '--locale', 'zh-CN')
      expect(JSON.parse(zh.said)).toMatchObject({ text: '没有这个终端。' })
    },
  )

  it('answers in JSON also where there is nothing, and where it wrote files', async () => {
    const json = async (...args: readonly string[]) => JSON.parse((await ask(...args, '--json')).said)
    expect(await json('audit')).toEqual([])
    expect(await json('work', '--overdue')).toEqual({ items: [], more: false })
    expect(await json('migrate', '--dry-run')).toEqual({ waiting: [], failed: [] })
    expect(await json('purge')).toMatchObject({ purged: [], refused: [] })
    const [whole, tables] = [inFolder('whole.json'), inFolder('tables')]
    expect(await json('dossier', held, '--out', whole)).toEqual({ lifecycleId: held, files: [whole] })
    const { files } = await json('dossier', held, '--csv', '--out', tables)
    expect(files).toHaveLength(4)
  })

  it('says of a place that takes nothing what is wrong with it', async () => {
    const through = await ask('dossier', held, '--out', 'package.json/life.json')
    expect([through.end, through.complaints]).toEqual([3, expect.stringContaining('leads through a file')])
    const stops = (code: string) =>
      desk({ write: (path) => Promise.reject(Object.assign(new Error(code), { code, path })) })
    for (const [code, said] of [
      ['EROFS', /takes no writing/],
      ['EPERM', /rights/],
    ] as const)
      expect((await stops(code).ask('--data', data, 'dossier', held, '--out', 'x')).complaints).toMatch(said)
  })

  it('makes no file where there is none', async () => {
    const none = await ask('--data', inFolder('none'), 'work')
    expect([none.end, none.complaints]).toEqual([3, expect.stringContaining('There is no')])
    expect(existsSync(inFolder('none'))).toBe(false)
  })

  it('opens a file without its WAL only for who says so', async () => {
    const store = sqliteStore(join(data, 'terminals.db'))
    await ask('backup', inFolder('in-use'))
    copyFileSync(join(data, 'terminals.db'), join(inFolder('in-use'), 'terminals.db'))
    const refused = await ask('--data', inFolder('in-use'), 'audit')
    expect([refused.end, refused.complaints]).toEqual([3, expect.stringContaining('incomplete')])
    expect((await ask('--data', inFolder('in-use'), 'audit', '--accept-incomplete')).end).toBe(0)
    await store.close()
  })

  it('carries lives over, or tells which are to be', async () => {
    expect((await ask('migrate', '--dry-run')).said).toBe('Nothing.')
    expect((await ask('migrate')).said).toBe('0 carried over, 0 remain.')
  })

  it.each([
    [['lift'], 'lift'],
    [['why'], 'why'],
    [['why', 'one', 'other'], 'why one other'],
    [['work', 'now'], 'work now'],
    [['work', '--limit', 'x'], '--limit'],
    [['work', '--colour'], '--colour'],
    [['work', '--duty'], '--duty'],
    [['work', '--duty', 'nobody'], '--duty'],
    [['import', 'x.csv', '--encoding', 'latin1'], '--encoding'],
    [['health', 'now'], 'health now'],
    [['serve'], 'serve'],
    [['restore', 'nowhere', '--dry-run'], 'restore --dry-run'],
    [['migrate', '--limit', '3'], 'migrate --limit'],
    [['health', '--port', '8080'], 'health --port'],
    [['serve', '--json'], 'serve --json'],
    [['--locale', 'fr', 'work'], '--locale'],
  ])('does not guess what %j is meant to be, and names it', async (args, named) => {
    const { end, said, complaints } = await ask(...args)
    expect([end, said]).toEqual([2, ''])
    expect(complaints).toContain(`${named} is not understood`)
    expect(complaints).toContain('--help')
  })

  it('says of a file that is no JSON, or no dossier, its name and nothing of what is in it', async () => {
    for (const [name, text] of [
      ['torn.json', '{"merchant":"a name'],
      ['list.json', '["a name"]'],
      ['other.json', '{"merchant":"a name"}'],
    ] as const) {
      writeFileSync(inFolder(name), text)
      const { end, complaints } = await ask('verify', inFolder(name))
      expect(end).toBe(3)
      expect(complaints).toContain(name)
      expect(complaints).not.toContain('a name')
    }
  })

  it('lets nobody in by a file that names people whom the house would not know', async () => {
    writeFileSync(inFolder('people.json'), JSON.stringify({ ['a'.repeat(64)]: { role: 'king', duties: [] } }))
    const { end, complaints } = await ask(
      '--data',
      inFolder('unmade'),
      'serve',
      '--people',
      inFolder('people.json'),
    )
    expect([end, complaints]).toEqual([3, expect.stringContaining('INVALID_INPUT')])
    expect(existsSync(inFolder('unmade'))).toBe(false)
  })

  it('helps in the language of the machine', async () => {
    expect((await ask()).said).toContain('terminal-lifecycle COMMAND')
    expect((await desk({ language: 'zh-Hans-CN' }).ask('--help')).said).toContain('terminal-lifecycle 命令')
  })
})
