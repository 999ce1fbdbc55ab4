import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { sqliteDeliveries } from '../../src/webhooks/sqlite.ts'
import { desk, held, portfolio } from './desk.ts'

const { folder, data, ask } = desk()
const inFolder = (name: string) => join(folder, name)
const spoil = (...statements: readonly string[]) => {
  const database = new DatabaseSync(join(data, 'terminals.db'))
  for (const statement of statements) database.exec(statement)
  database.close()
}
const header =
  'acquirerId,merchantId,terminalId,serialNumber,model,merchantName,merchantType,deviceOwner,tenancy,currency'
const row = 'ACQ-1,898584058130001,10230001,271-540-386,PAX,听雨轩,enterprise,provider,sole,CNY'

beforeAll(async () => {
  expect((await ask('import', portfolio)).end).toBe(0)
})

describe('Called at three in the morning, one command says', () => {
  it('that all is well', async () => {
    const { end, said } = await ask('health')
    expect(said).toMatch(/^Orders: \d+ wait for other systems, the oldest since 2 March 2026, 09:00 \(/)
    expect([end, said.split('\n').slice(-2)]).toEqual([
      0,
      ['Clocks: none is late.', 'People: nothing is overdue.'],
    ])
  })

  it('which orders wait for which reason, which are given up, and what to do', async () => {
    spoil("UPDATE work_order SET attempts = 3, last_error = 'OUTCOME_UNKNOWN' WHERE kind = 'readStatus'")
    const failing = await ask('health')
    expect([failing.end, failing.said]).toEqual([
      1,
      expect.stringMatching(
        / {2}\d+ · Read the status back · 3 attempts · OUTCOME_UNKNOWN · It is not known .* never send it again with another\./,
      ),
    ])
    expect(failing.said).not.toContain('order.revived')
    spoil(`UPDATE work_order SET parked = 1 WHERE lifecycle_id = '${held}' AND kind = 'readStatus'`)
    const { said } = await ask('health', '--locale', 'zh-CN')
    expect(said).toMatch(/ {2}1 · \S+ · 不再重试 · 已尝试 3 次 · OUTCOME_UNKNOWN · \S/)
    expect(said).toContain('work --duty operations')
    expect((await ask('why', held)).said).toMatch(
      / {2}Read the status back · not tried any more · 3 attempts · OUTCOME_UNKNOWN · It .*\/0\)/,
    )
    expect(JSON.parse((await ask('health', '--json')).said)).toMatchObject({
      reachable: true,
      orders: expect.arrayContaining([expect.objectContaining({ parked: true, count: 1 })]),
    })
    spoil('UPDATE work_order SET attempts = 0, last_error = NULL, parked = 0')
  })

  it('that all is well where another system says that it is on its way, however long that takes', async () => {
    const soon = desk({ now: () => '2026-03-02T10:00:01+08:00' })
    const answers = async () =>
      Promise.all([ask('health'), soon.ask('--data', data, 'health')]).then((all) =>
        all.map(({ end }) => end),
      )
    expect(await answers()).toEqual([0, 1])
    for (const code of ['PACED', 'STOPPED']) {
      spoil(`UPDATE work_order SET attempts = 1, last_error = '${code}'`)
      expect(await answers()).toEqual([0, 1])
    }
    spoil("UPDATE work_order SET attempts = 1, last_error = 'PENDING'")
    expect(await answers()).toEqual([0, 0])
    spoil(`UPDATE work_order SET attempts = 0, last_error = NULL WHERE lifecycle_id = '${held}'`)
    expect(await answers()).toEqual([0, 1])
    spoil('UPDATE work_order SET attempts = 0, last_error = NULL')
  })

  it('which clocks are late, and that orders have waited too long', async () => {
    const later = desk({ now: () => '2026-12-01T09:00:00+08:00' })
    const { end, said } = await later.ask('--data', data, 'health')
    expect([end, said]).toEqual([
      1,
      expect.stringMatching(/Clocks: \d+ are late, the first since .* 2026, .* of ACQ-/),
    ])
    const behind = inFolder('behind')
    expect((await ask('backup', behind)).end).toBe(0)
    const database = new DatabaseSync(join(behind, 'terminals.db'))
    const due = '2026-03-02T08:59:00+08:00'
    database.exec(`UPDATE timer SET due = '${due}', due_at = ${Date.parse(due)}`)
    database.close()
    expect((await ask('--data', behind, 'health')).end).toBe(1)
    const soon = desk({ now: () => '2026-03-02T10:00:01+08:00' })
    expect((await soon.ask('--data', data, 'health')).end).toBe(1)
  })

  it('which subscriber refuses', async () => {
    const deliveries = sqliteDeliveries(join(data, 'webhooks.db'))
    await deliveries.plan({ endpointId: 'portal-1', from: null, to: 'c1', now: 0, deliveries: [] })
    expect(await ask('health')).toMatchObject({ end: 0, said: expect.stringContaining('portal-1: well') })
    await deliveries.disable('portal-1', 'failing')
    await deliveries.close()
    const { end, said } = await ask('health')
    expect([end, said]).toEqual([
      1,
      expect.stringContaining('portal-1: off: it failed for too long · 0 wait. Have its owner mend it; then'),
    ])
    expect((await ask('health', '--locale', 'zh-CN')).said).toContain('订阅方 portal-1：已停用')
  })

  it('what is left of a closure, in words, by code, and whose duty it is', async () => {
    const closing = `${header},unifiedSocialCreditCode,licenceValidTo,takenOverFrom,asOf,closureReason,closingSince`
    const its =
      '91440305MA5LN2B734,长期,TMS,2026-02-28T00:00:00+08:00,NO_LONGER_NEEDED,2026-02-01T00:00:00+08:00'
    writeFileSync(inFolder('closing.csv'), `${closing}\n${row},${its}`)
    expect((await ask('import', inFolder('closing.csv'))).said).toContain('1 opened')
    const { said } = await ask('why', 'ACQ-1.898584058130001.10230001')
    expect(said).toMatch(/^State: Closing, .*Settlement open, .*Still bound$/m)
    expect(said).toMatch(/^ {2}NO_STATEMENT · .* · turn of Payment provider \(\S/m)
    const inChinese = await ask('why', 'ACQ-1.898584058130001.10230001', '--locale', 'zh-CN')
    expect(inChinese.said).toMatch(/^状态: 关闭办理中、.*结算未完成/m)
    const { items } = JSON.parse((await ask('work', '--json')).said)
    expect((await ask('work')).said.split('\n')[0]).toContain(` · ${items[0].code} · `)
  })

  it('that the clock of the server was wrong, where a life is ahead of it', async () => {
    const back = desk({ now: () => '2026-03-01T09:00:00+08:00' })
    expect((await back.ask('--data', data, 'why', held)).said).toMatch(
      /^Told as of 2 March 2026, 09:00, which is still to come: .*clock/m,
    )
    expect((await ask('why', held)).said).not.toContain('still to come')
  })

  it('what is to be done, also where one record cannot be read', async () => {
    const damaged = inFolder('damaged')
    expect((await ask('backup', damaged)).end).toBe(0)
    const whole = await ask('--data', damaged, 'work', '--limit', '1000')
    const database = new DatabaseSync(join(damaged, 'terminals.db'))
    database.exec(`UPDATE record SET context = '{}' WHERE lifecycle_id = '${held}'`)
    database.close()
    expect(whole.said).toContain(held)
    expect(await ask('--data', damaged, 'work', '--limit', '1000')).toEqual(whole)
    const { end, complaints } = await ask('--data', damaged, 'why', held)
    expect([end, complaints]).toEqual([3, expect.stringContaining(`back-up. (${held} /context/identity)`)])
  })

  it('of a hold that its merchant must not hear of', async () => {
    expect((await ask('why', held)).said).not.toContain('must not hear')
    spoil(
      `UPDATE record SET context = replace(context, '"disclosure":"open"', '"disclosure":"hidden"') WHERE lifecycle_id = '${held}'`,
    )
    expect((await ask('why', held)).said).toMatch(/^Held: .* · the merchant must not hear of it$/m)
  })
})

describe('What is wrong with a file is said', () => {
  it('by its name, also where a newer release wrote it', async () => {
    const newer = inFolder('newer')
    expect((await ask('backup', newer)).end).toBe(0)
    await sqliteDeliveries(join(newer, 'webhooks.db')).close()
    const [file, deliveries] = [join(newer, 'terminals.db'), join(newer, 'webhooks.db')]
    for (const path of [deliveries, file]) {
      const database = new DatabaseSync(path)
      database.exec('PRAGMA user_version = 99')
      database.close()
      const { end, complaints } = await ask('--data', newer, 'health')
      expect([end, complaints]).toEqual([3, expect.stringMatching(/^FUTURE_VERSION: /)])
      expect(complaints.endsWith(` (${path})`)).toBe(true)
    }
  })

  it('by the name that was given for it, or by that of its folder', async () => {
    const path = join(inFolder('nowhere'), 'dossier.json')
    expect(await ask('dossier', held, '--out', path)).toMatchObject({
      end: 3,
      complaints: `There is no ${inFolder('nowhere')}. Look at its name.`,
    })
  })

  it('by the column, also where the file has the names of ours', async () => {
    writeFileSync(inFolder('row.csv'), `${header}\n${row}`)
    const { said } = await ask('import', inFolder('row.csv'))
    expect(said).toMatch(/^line 2: unifiedSocialCreditCode: This must be filled in/)
  })

  it('in words, with the encoding that would do', async () => {
    writeFileSync(inFolder('short.csv'), 'acquirerId,merchantId,terminalId\nA,B,C')
    expect((await ask('import', inFolder('short.csv'))).complaints).toContain(
      '/model MISSING_COLUMN · This column is missing.',
    )
    const gbk = Buffer.from([0xcc, 0xfd, 0xd3, 0xea, 0xd0, 0xf9])
    const [before, after] = readFileSync(inFolder('row.csv'), 'utf8').split('听雨轩')
    writeFileSync(
      inFolder('gbk.csv'),
      Buffer.concat([Buffer.from(before ?? ''), gbk, Buffer.from(after ?? '')]),
    )
    const { end, complaints } = await ask('import', inFolder('gbk.csv'), '--locale', 'zh-CN')
    expect([end, complaints]).toEqual([3, expect.stringMatching(/LOOKS_LIKE_GB18030 · 文件不是 UTF-8/)])
    expect((await ask('import', inFolder('gbk.csv'), '--encoding', 'gb18030')).said).toMatch(
      /^line 2: unified/,
    )
  })

  it.each([
    [['import', 'none.csv'], 'There is no none.csv. Look at its name.', '没有 none.csv'],
    [['--data', 'none', 'work'], 'There is no none/terminals.db: name its folder with --data.', '没有 none/'],
    [['--data', 'none', 'restore', 'nowhere'], 'There is no nowhere/terminals.db. Look', '没有 nowhere/'],
    [['audit', 'nobody'], 'There is no such life.', '没有这个终端'],
    [['import', 'docs'], 'docs is a folder, and a file is wanted.', 'docs 是文件夹'],
  ])('in both languages: %j', async (args, en, zh) => {
    expect((await ask(...args)).complaints).toContain(en)
    expect((await ask(...args, '--locale', 'zh-CN')).complaints).toContain(zh)
  })

  it('where nothing is stored, so that a wrong folder is not taken for a whole one', async () => {
    mkdirSync(inFolder('empty'))
    await ask('--data', inFolder('empty'), 'import', inFolder('row.csv'))
    for (const command of ['audit', 'health', 'verify', 'work', 'migrate']) {
      const { end, complaints } = await ask('--data', inFolder('empty'), command)
      expect([end, complaints]).toEqual([0, expect.stringContaining('no life here')])
    }
  })

  it('that an import was ended before the first byte, and goes on; one whose file was cut off does not', async () => {
    mkdirSync(inFolder('begun'))
    const store = inFolder(join('begun', 'terminals.db'))
    const again = () => ask('--data', inFolder('begun'), 'import', portfolio)
    writeFileSync(store, '')
    writeFileSync(`${store}-wal`, 'the newest commits')
    expect((await again()).complaints).toContain('has no bytes: it was cut off')
    rmSync(`${store}-wal`)
    expect((await ask('--data', inFolder('begun'), 'health')).complaints).toContain('has no bytes')
    expect(await again()).toMatchObject({ said: '25 opened, 0 known already, 0 refused.' })
    expect(statSync(store).size).toBeGreaterThan(0)
  })

  it.each(['terminals.db', 'documents.db', 'webhooks.db'])(
    'that %s was cut off, and leaves it',
    async (name) => {
      const [cut, at] = [inFolder('cut'), inFolder(join('cut', name))]
      await ask('backup', cut)
      writeFileSync(at, '')
      writeFileSync(`${at}-wal`, 'the newest commits')
      const asked = name === 'webhooks.db' ? ['health'] : name === 'documents.db' ? ['purge'] : ['work']
      for (const args of [asked, ['restore', cut, '--data', inFolder('anew')]]) {
        const { end, complaints } = await ask('--data', cut, ...args)
        expect([end, complaints]).toEqual([3, expect.stringContaining(`${at} has no bytes: it was cut off`)])
      }
      expect([statSync(at).size, readFileSync(`${at}-wal`, 'utf8')]).toEqual([0, 'the newest commits'])
      rmSync(cut, { recursive: true })
      expect(existsSync(inFolder('anew'))).toBe(false)
    },
  )

  it('in the language that was asked for, and with what the help says, also where the line makes no sense', async () => {
    const { end, complaints } = await ask('work', '--duty', 'nobody', '--locale', 'zh-CN')
    expect([end, complaints]).toEqual([
      2,
      expect.stringMatching(/^无法理解 --duty。.*\n {2}--duty .*intake、/),
    ])
    expect((await ask('why')).complaints).toMatch(/\n {2}why ID /)
  })
})
