import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CommandHost } from '../../src/command/index.ts'
import { nodeHost } from '../../src/command/node.ts'
import { StoreError } from '../../src/errors/index.ts'
import type { Store } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { desk } from './desk.ts'

const map = {
  columns: {
    ...{ 商户号: 'merchantId', 终端号: 'terminalId', 机身号: 'serialNumber', 型号: 'model' },
    ...{ 商户名称: 'merchantName', 类型: 'merchantType', 信用代码: 'unifiedSocialCreditCode' },
    ...{ 停用原因: 'holdCodes', 注销原因: 'closureReason', 注销日: 'closingSince', 设备在: 'custody' },
    ...{ 收到: 'receivedAt', 欠款: 'arrearsAmount' },
  },
  ignore: ['备注'],
  values: {
    merchantType: { 企业: 'enterprise', 个体: 'sole_trader' },
    holdCodes: { QF: 'ACCOUNT_ARREARS', ZZ: 'LICENCE_EXPIRED' },
    closureReason: { '01': 'NO_LONGER_NEEDED' },
    custody: { 商户: 'merchant', 仓库: 'received' },
  },
  constants: {
    ...{ acquirerId: 'ACQ-1', currency: 'CNY', deviceOwner: 'provider', tenancy: 'sole' },
    ...{ takenOverFrom: 'TMS 3', asOf: '2026-02-28T23:59:59+08:00' },
  },
}
const head = '商户号,终端号,机身号,型号,商户名称,类型,信用代码,停用原因,注销原因,注销日,设备在,收到,欠款,备注'
const rows = [
  '898584058130001,10230001,271-540-386,PAX,听雨轩,个体,92440305MA5TY0A1XL,QF;ZZ,,,商户,,9900,老客户',
  '898584059210002,10230002,271-540-512,PAX,岭南小馆,企业,91440305MA5LN2B734,,01,2026-02-01T00:00:00+08:00,仓库,2026-02-20T00:00:00+08:00,,',
  '898584059210002,10230003,271-540-519,PAX,岭南小馆,合伙,91440305MA5LN2B734,,,,商户,,,',
  '898584059210002,10230004,271-540-520,PAX,岭南小馆,企业,91440305MA5LN2B734,,01,,商户,,,',
]
const idOf = (n: number) => ['ACQ-1', ...(rows[n] ?? '').split(',').slice(0, 2)].join('.')

const importDesk = () => {
  const { folder, data, ask } = desk()
  const [file, mapFile] = [join(folder, 'theirs.csv'), join(folder, 'map.json')]
  writeFileSync(file, [head, ...rows].join('\r\n'))
  writeFileSync(mapFile, JSON.stringify(map))
  const run = (...more: readonly string[]) => ask('import', file, '--map', mapFile, ...more)
  return { folder, data, ask, file, mapFile, run }
}

describe('Cases that are under way elsewhere', () => {
  it('are imported under their own names and codes, each line judged by itself and never repeated', async () => {
    const { data, run } = importDesk()
    const { end, said } = await run()
    expect(end).toBe(1)
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^line 4: 类型: \S/),
      expect.stringMatching(/^line 5: 注销日: \S/),
      '2 opened, 0 known already, 2 refused.',
    ])
    for (const value of ['合伙', '听雨轩', '271-540']) expect(said).not.toContain(value)

    const store = sqliteStore(join(data, 'terminals.db'))
    const held = await store.load(idOf(0))
    expect(Object.keys(held?.record.context.holds ?? {})).toEqual([
      'import:ACCOUNT_ARREARS',
      'import:LICENCE_EXPIRED',
    ])
    expect(held?.record.context.charges['import:arrears']?.amount.amount).toBe(9_900)
    const closing = await store.load(idOf(1))
    expect(closing?.record.context.closing).toMatchObject({ startedAt: '2026-02-01T00:00:00+08:00' })
    expect(Object.values(closing?.record.context.devices ?? {})[0]?.custody).toBe('received')
    for await (const { cause } of store.journal(idOf(1)))
      expect(cause).toMatchObject({ opened: { takenOver: { source: 'TMS 3' } } })
    await store.close()
  })

  it('are only judged by a dry run, which finds what the store would say too', async () => {
    const { run } = importDesk()
    const dry = await run('--dry-run')
    expect(dry.said).toContain('2 would open, 0 known already, 2 would be refused. Nothing was done.')
    expect((await run()).said).toContain('2 opened, 0 known already, 2 refused.')
    expect((await run('--dry-run')).said).toContain('0 would open, 2 known already, 2 would be refused.')
  })

  it('are refused by a dry run where another life has the device', async () => {
    const { run, ask, folder, mapFile } = importDesk()
    await run()
    const again = join(folder, 'again.csv')
    writeFileSync(again, [head, rows[0]?.replace('10230001', '10230009')].join('\r\n'))
    const { said } = await ask('import', again, '--map', mapFile, '--dry-run')
    expect(said).toContain('/devices/0/serial DEVICE_BOUND_ELSEWHERE')
    expect((await ask('import', again, '--map', mapFile)).said).toContain('DEVICE_BOUND_ELSEWHERE')
  })

  it.each(['busy', 'full', 'unavailable'] as const)(
    'end where the store is %s, and are all there when it works again',
    async (failure) => {
      const { data, run, file, mapFile } = importDesk()
      let calls = 0
      const failing: CommandHost['openHome'] = async (...args) => {
        const home = await nodeHost.openHome(...args)
        const commit: Store['commit'] = async (changes) => {
          calls += 1
          if (calls === 1) throw new StoreError(failure)
          return home.store.commit(changes)
        }
        return { ...home, store: { ...home.store, commit } }
      }
      const { end, complaints } = await desk({ openHome: failing }).ask(
        ...['--data', data, 'import', file, '--map', mapFile],
      )
      expect(end).toBe(3)
      expect(complaints).toContain(`STORE_FAILED ${failure}`)
      await run()
      expect((await run()).said).toContain('0 opened, 2 known already, 2 refused.')
    },
  )

  it('need a map that makes sense, and a column that it names', async () => {
    const { ask, folder, file, mapFile } = importDesk()
    writeFileSync(mapFile, JSON.stringify({ ...map, columns: { ...map.columns, 备注: 'remark' } }))
    const wrong = await ask('import', file, '--map', mapFile)
    expect([wrong.end, wrong.complaints]).toEqual([3, expect.stringContaining('INVALID_INPUT')])
    writeFileSync(join(folder, 'none.json'), '{}')
    expect((await ask('import', file, '--map', join(folder, 'none.json'))).end).toBe(3)
  })
})
