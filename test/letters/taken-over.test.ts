import { expect, it } from 'vitest'
import { summaryOf } from '../../src/backend/views/case.ts'
import { lettersOf } from '../../src/letters/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { clearingParts, confirmed, readClosed } from '../support/closure.ts'
import { m1, p1 } from '../support/people.ts'
import { closureRequested, reviewApproved, terminal } from '../support/samples.ts'
import { openPlayed, textsOf } from './kit.ts'

it('a merchant reads which terminal took over from which: in a view, in letters and in a notice [R-042]', async () => {
  const world = openPlayed(terminal({ predecessorTerminalId: '10000009' }))
  await world.tell(m1, closureRequested({ successorTerminalId: '10000002' }))
  await world.tell(p1, reviewApproved('application-1', ['business_licence']))
  for (const part of [...clearingParts, confirmed, readClosed]) await part(world)
  const record = await world.record()
  expect(summaryOf(record)).toMatchObject({
    predecessorTerminalId: '10000009',
    successorTerminalId: '10000002',
  })
  const letters = await lettersOf(await world.source(), { locale: 'en' })
  for (const { issuedFor } of letters) expect(issuedFor.predecessorTerminalId).toBe('10000009')
  const result = letters.find(({ name }) => name.endsWith(':closed')) ?? expect.fail('no result')
  expect(textsOf(result).join('\n')).toMatch(/Taken over by terminal.*10000002/)
  const notice = { template: 'terminal_closed', audience: 'merchant', ref: null, disclosure: 'open' } as const
  const told = (locale: 'en' | 'zh-CN') => describeNotice(notice, record, locale).body
  expect(told('en')).toContain('Terminal 10000002 takes over.')
  expect(told('zh-CN')).toContain('由终端10000002接替。')
})
