import { describe, expect, it } from 'vitest'
import { noticeWording } from '../../src/domain/index.ts'
import { cataloguesFrom, type OrderParams } from '../../src/schemas/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { placed } from '../blockers/acts.ts'
import { p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { terminalId } from '../support/samples.ts'

const catalogues = cataloguesFrom({
  notices: [
    {
      ...{ template: 'service_suspended', locale: 'en', audience: 'merchant', from: '2026-01-01' },
      subject: 'Your terminal {terminal}',
      body: 'It rests.\nUntil {until}.\nYours, the bank',
    },
  ],
})
const suspended = async () => {
  const world = openPlay()
  await world.tell(p1, placed('h', 'RULE_VIOLATION'))
  const record = await world.record()
  const notice = Object.values(record.context.orders)
    .filter(({ kind }) => kind === 'notify')
    .map(({ params }) => params as OrderParams['notify'])
    .find(({ audience }) => audience === 'merchant')
  return {
    record,
    notice: { ...(notice ?? expect.fail('nobody is told')), template: 'service_suspended' as const },
  }
}

describe('a notice for which the acquirer has its own words', () => {
  it('is said in them, without the line of what is not known', async () => {
    const { record, notice } = await suspended()
    const own = noticeWording(catalogues, { ...notice, locale: 'en', at: record.at })
    expect(describeNotice(notice, record, 'en', { wording: own })).toMatchObject({
      subject: `Your terminal ${terminalId}`,
      body: 'It rests.\nYours, the bank',
    })
    const other = noticeWording(catalogues, { ...notice, locale: 'zh-CN', at: record.at })
    expect(describeNotice(notice, record, 'zh-CN', { wording: other })).toEqual(
      describeNotice(notice, record, 'zh-CN'),
    )
  })

  it('says nothing of its own about what its reader must not know', async () => {
    const { record, notice } = await suspended()
    const hidden = { ...notice, disclosure: 'hidden' as const }
    const own = noticeWording(catalogues, { ...notice, locale: 'en', at: record.at })
    expect(describeNotice(hidden, record, 'en', { wording: own })).toEqual(
      describeNotice(hidden, record, 'en'),
    )
  })
})
