import { type Locale, textOf as nameOf } from 'terminal-lifecycle/domain'
import { describe, expect, it } from 'vitest'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { correspondenceText, letterCases } from '../../examples/quickstart/letters.ts'
import { noticesIn } from '../../examples/quickstart/notices.ts'
import { readOptions, UsageError } from '../../examples/quickstart/options.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { openStage } from './stage.ts'

const played = async (name: CaseName) => {
  const stage = openStage(name)
  const report = await stage.import()
  await stage.play(report)
  const lifecycleId = report.cases[name]?.lifecycleId ?? ''
  const record = await stage.runtime.get(lifecycleId, asHost)
  if (record === undefined) throw new Error(`The case ${name} was never opened.`)
  return { record, entries: await stage.journal(lifecycleId) }
}

const plain = (_: unknown, text: string): string => text
const textOf = async (name: CaseName, locale: Locale) =>
  (await correspondenceText(await played(name), locale, plain, 110)).join('\n')

/** In this order, whatever stands between them. */
const inOrder = (text: string, ...parts: readonly string[]): void => {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    expect(at, `${part}, after what came before`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}

describe('npm start -- --letters', () => {
  it('shows a suspension and the way back [R-130]', async () => {
    inOrder(
      await textOf('reinstatement', 'en'),
      nameOf('notice', 'service_suspended', 'en'),
      "Provider's notice: terminal suspended",
      'Reason: Account in arrears',
      'Reason: Business licence expired',
      'Record of the application: lifting of a suspension',
      'Notice of the result: suspension lifted',
      'Notice of rejection: lifting of a suspension',
      `Reason: ${nameOf('rejection', 'documents_incorrect', 'en')}`,
      'Notice of the result: suspension lifted',
      nameOf('notice', 'service_resuming', 'en'),
      "Provider's notice: suspension or restriction lifted",
    )
  })

  it('shows a closure with what was deducted, and what still binds [R-031 R-032 R-033]', async () => {
    inOrder(
      await textOf('closure', 'zh-CN'),
      '申请记录：关闭终端',
      '申请关闭',
      nameOf('notice', 'deposit_deducted', 'zh-CN'),
      nameOf('notice', 'closure_result', 'zh-CN'),
      '办理结果通知：已关闭',
      '不得私自处理客户信息',
      '结算凭证',
      '净额：¥2,385.00',
      nameOf('charge', 'damage', 'zh-CN'),
      `保证金或押金记录：${nameOf('deposit', 'device_pledge', 'zh-CN')}`,
      '已退还：¥1,680.00',
      nameOf('damageCause', 'human', 'zh-CN'),
      '¥260.00',
    )
  })

  it('shows a closure against the will of the merchant [R-010 R-025]', async () => {
    inOrder(
      await textOf('imposed', 'en'),
      nameOf('notice', 'closure_proposed', 'en'),
      'Closure notice with reasons and way of appeal',
      'the terminal was lent to others',
      'You may object in writing',
      'Notice of the result: superseded',
      'Notice of the result: closed',
    )
  })

  it('tells each notice once, in the words that were true then [R-115 R-130]', async () => {
    const source = await played('reinstatement')
    const notices = noticesIn(source, 'en')
    const ordered = Object.values(source.record.context.orders).filter(
      ({ kind, params }) => kind === 'notify' && 'audience' in params && params.audience === 'merchant',
    )
    expect(notices).toHaveLength(ordered.length)
    const [suspended] = notices.filter(({ subject }) =>
      subject.includes(nameOf('notice', 'service_suspended', 'en')),
    )
    // today the hold is lifted, and its reason would be told of no more
    expect(suspended?.lines.join('\n')).toContain(nameOf('suspensionReason', 'ACCOUNT_ARREARS', 'en'))
  })

  it('takes one language or both, and three cases or one', () => {
    expect(readOptions(['--letters']).letters).toEqual(['en'])
    expect(readOptions(['--letters', '--locale', 'BOTH'])).toMatchObject({
      letters: ['zh-CN', 'en'],
      locale: 'en',
    })
    expect(readOptions([]).letters).toBeUndefined()
    expect(() => readOptions(['--locale', 'both'])).toThrow(UsageError)
    expect(letterCases).toHaveLength(3)
  })
})
