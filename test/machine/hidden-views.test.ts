import { beforeAll, describe, expect, it } from 'vitest'
import { blocker, type Role } from '../../src/domain/index.ts'
import type { Accepted, LifecycleRecord } from '../../src/machine/index.ts'
import { viewAnswer, viewBlockers, viewRecord } from '../../src/machine/questions/viewing.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { closureRequested, paper, reinstatementRequested, terminal } from '../support/samples.ts'

/** A life with an open hold and one that the merchant must not know of. */
let record: LifecycleRecord
beforeAll(async () => {
  const world = openPlay(terminal({ holds: [{ holdId: 'open-1', code: 'LICENCE_EXPIRED' }] }))
  await world.tell(p1, {
    type: 'hold.placed',
    holdId: 'case-5',
    code: 'RULE_VIOLATION',
    disclosure: 'hidden',
    release: 'application',
  })
  record = await world.record()
})
const life = (differs: object): LifecycleRecord => ({ ...record, context: { ...record.context, ...differs } })
const seen = (differs: object, viewer: Role = 'merchant') => viewRecord(life(differs), viewer).context
const byId = (field: string, ...items: object[]) =>
  Object.fromEntries(items.map((item) => [(item as Record<string, string>)[field], item]))
const named = (name: string) => `${record.context.identity.lifecycleId}/${name}`

describe('what stands in the way', () => {
  it('is shown without that of a hidden hold: instead, once, whom to ask', () => {
    const others = [
      blocker('NO_STATEMENT'),
      blocker('HOLD_UNKNOWN', 'case-5'),
      blocker('REMEDY_OPEN', 'open-1'),
    ]
    const hidden = [blocker('REMEDY_OPEN', 'case-5'), blocker('DISPUTE_OPEN', 'case-5')]
    const all = [...hidden, ...others]
    expect(viewBlockers(record.context, all, 'merchant')).toEqual([...others, blocker('CONTACT_PROVIDER')])
    expect(viewBlockers(record.context, others, 'merchant')).toEqual(others)
    for (const viewer of ['provider', 'system'] as const)
      expect(viewBlockers(record.context, all, viewer)).toEqual(all)
  })

  it('never says whose terminal a device is bound to, whether or not anything is hidden', () => {
    const elsewhere = blocker('DEVICE_BOUND_ELSEWHERE', 'device-1', { terminalId: '10099999' })
    for (const context of [record.context, life({ holds: {} }).context]) {
      const { data: _, ...shown } = elsewhere
      expect(viewBlockers(context, [elsewhere], 'merchant')).toEqual([shown])
      expect(viewBlockers(context, [elsewhere], 'provider')).toEqual([elsewhere])
    }
    const other = blocker('CHARGES_OUTSTANDING', 'charge-1', { amount: 5 })
    expect(viewBlockers(record.context, [other], 'merchant')).toEqual([other])
  })
})

describe('an application', () => {
  const remedies = (...evidence: [string[], string[]]) =>
    ['open-1', 'case-5'].map((holdId, at) => ({ holdId, statement: 'done', evidence: evidence[at] }))
  const filed = (differs: object = {}, request: object | null = {}) => ({
    applicationId: 'a-1',
    kind: 'reinstatement',
    holdIds: ['open-1', 'case-5'],
    reasons: ['LICENCE_EXPIRED', 'RULE_VIOLATION'],
    documents: [paper('business_licence', 'licence-1'), paper('rectification_report', 'report-5')],
    request: request && {
      ...reinstatementRequested({ 'open-1': 'LICENCE_EXPIRED', 'case-5': 'RULE_VIOLATION' }).request,
      remedies: remedies(['licence-1'], ['report-5', 'licence-1']),
      ...request,
    },
    ...differs,
  })

  it('is shown without the hold, its reason, its remedy and its papers; a paper that serves both stays', () => {
    const { application, documents } = seen({
      application: filed(),
      documents: byId(
        'id',
        paper('business_licence', 'licence-1'),
        paper('rectification_report', 'report-5'),
      ),
    })
    expect(application).toMatchObject({
      holdIds: ['open-1'],
      reasons: ['LICENCE_EXPIRED'],
      documents: [{ id: 'licence-1' }],
      request: {
        holdIds: ['open-1'],
        reasons: ['LICENCE_EXPIRED'],
        remedies: [{ holdId: 'open-1', evidence: ['licence-1'] }],
      },
    })
    expect(application?.documents).toHaveLength(1)
    expect(application?.request).toMatchObject({ remedies: { length: 1 } })
    expect(Object.keys(documents)).toEqual(['licence-1'])
  })

  it('names no reason of a hold that has left the record', () => {
    const { application } = seen({ application: filed({ holdIds: ['gone-1', 'open-1', 'case-5'] }) })
    expect(application).toMatchObject({ holdIds: ['gone-1', 'open-1'], reasons: ['LICENCE_EXPIRED'] })
  })

  it('is shown as it is where none of its holds is hidden', () => {
    const application = filed({ holdIds: ['open-1'] })
    expect(seen({ application }).application).toBe(application)
    expect(seen({ application: null }).application).toBeNull()
  })

  it('is shown without the hold where its form was dropped, or is of another kind', () => {
    const { application } = seen({ application: filed({}, null) })
    expect(application).toMatchObject({ holdIds: ['open-1'], request: null })
    const { request } = closureRequested()
    expect(seen({ application: { ...filed(), request } }).application?.request).toBe(request)
  })
})

describe('the papers of a remedy', () => {
  const holds = (...evidence: [string[], string[]]) => ({
    'open-1': { ...record.context.holds['open-1'], remedy: { evidence: evidence[0] } },
    'case-5': { ...record.context.holds['case-5'], remedy: { evidence: evidence[1] } },
  })
  const documents = byId(
    'id',
    paper('business_licence', 'licence-1'),
    paper('rectification_report', 'report-5'),
    {
      ...paper('provider_notice', 'letter-5'),
      for: 'case-5',
    },
  )

  it('are not seen where the hold is not, and those of an open one are', () => {
    const shown = seen({ holds: holds(['licence-1'], ['report-5']), documents })
    expect(Object.keys(shown.documents)).toEqual(['licence-1'])
  })
})

describe('a clock, an order, an issue', () => {
  const deadlines = (...ids: string[]) => byId('id', ...ids.map((id) => ({ id, at: record.at })))
  const order = (orderId: string, kind: string, params: object = {}) => ({
    orderId: named(orderId),
    kind,
    params,
    status: 'ordered',
  })

  it('is not seen where its name ends in that of a hidden hold, or tells how urgent a stop is', () => {
    const others = ['remedyDue:open-1', 'disableDue', 'case-55', 'my-disableAcceptance']
    const hidden = [
      'case-5',
      'remedyDue:case-5',
      'orderOverdue:remedyDue:case-5',
      ':case-5',
      'disableConfirmDue.urgent',
      'overdue:disableConfirmDue',
    ]
    const shown = seen({ deadlines: deadlines(...others, ...hidden) })
    expect(Object.keys(shown.deadlines)).toEqual(others)
  })

  it('is not seen where it carries a hidden hold out, or names what does, though that has left the record', () => {
    const orders = byId(
      'orderId',
      order('1/0', 'disableAcceptance'),
      order('1/1', 'notify', { ref: 'case-5' }),
      order('1/2', 'notify', { disclosure: 'hidden' }),
      order('1/3', 'notify', { disclosure: 'open', ref: 'open-1' }),
      order('1/4', 'openTicket', { ref: named('1/0') }),
      order('1/5', 'openTicket', { ref: named('1/3') }),
      order('1/6', 'openTicket', { ref: named('0/9') }),
      order('1/7', 'openTicket', { ref: 'another/0/9' }),
      order('1/8', 'openTicket', {}),
      order('1/9', 'openTicket', { ref: named('1/4') }),
    )
    const all = Object.keys(orders)
    const kept = ['1/3', '1/5', '1/7', '1/8'].map(named)
    const issues = [
      { code: 'REFUND_UNKNOWN' },
      { code: 'REFUND_UNKNOWN', ref: 'open-1' },
      { code: 'REFUND_UNKNOWN', ref: named('1/3') },
      { code: 'REFUND_UNKNOWN', ref: 'case-5' },
      { code: 'REFUND_UNKNOWN', ref: named('1/0') },
      { code: 'REFUND_UNKNOWN', ref: named('1/9') },
    ]
    const refusedAnswers = byId('orderId', ...all.map((orderId) => ({ orderId })))
    const shown = seen({ orders, issues, refusedAnswers })
    expect(Object.keys(shown.orders)).toEqual(kept)
    expect(Object.keys(shown.refusedAnswers)).toEqual(kept)
    expect(shown.issues).toEqual(issues.slice(0, 3))
    expect(seen({ orders, issues, refusedAnswers }, 'provider')).toMatchObject({
      orders,
      issues,
      refusedAnswers,
    })
  })
})

describe('what was written down', () => {
  it('is seen by whom it is for: notes and follow-ups alike', () => {
    const written = (role: Role, visibility: string) => ({
      role,
      organisationId: 'x',
      visibility,
      agentId: null,
    })
    const both = byId(
      'id',
      { id: 'n-1', text: 'inside', written: written('provider', 'internal') },
      { id: 'n-2', text: 'for the merchant', written: written('provider', 'merchant') },
      { id: 'n-3', text: 'its own', written: written('merchant', 'internal') },
    )
    const shown = seen({ notes: both, followUps: { ...both, 'f-1': { id: 'f-1', text: 'of the machine' } } })
    expect(Object.keys(shown.notes ?? {})).toEqual(['n-2', 'n-3'])
    expect(Object.keys(shown.followUps)).toEqual(['n-2', 'n-3', 'f-1'])
  })

  it('is no secret of two people who have not acted yet, nor the digest of a report', () => {
    const shown = seen({ proposedActs: { 'hold.lifted:case-5': {} }, told: { a: 1 } })
    expect([shown.proposedActs, shown.told]).toEqual([{}, {}])
  })
})

describe('an answer', () => {
  it('shows its sender the orders, clocks and issues of the record that it may see', async () => {
    const world = openPlay(terminal({ holds: [{ holdId: 'open-1', code: 'LICENCE_EXPIRED' }] }))
    const told = (await world.tell(p1, {
      type: 'hold.placed',
      holdId: 'case-5',
      code: 'RULE_VIOLATION',
      disclosure: 'hidden',
    })) as Accepted
    const mine = { orderId: named('1/77'), kind: 'notify', params: {} }
    const answer = {
      ...told,
      record: {
        ...told.record,
        context: {
          ...told.record.context,
          orders: { ...told.record.context.orders, [mine.orderId]: mine },
          deadlines: {
            ...told.record.context.deadlines,
            'mine:open-1': { id: 'mine:open-1', at: record.at },
          },
        },
      },
      orders: [...told.orders, mine],
      deadlines: [...told.deadlines, { id: 'mine:open-1', at: record.at }],
      issues: [undefined, 'case-5', mine.orderId, ...told.orders.map(({ orderId }) => orderId)].map(
        (ref) => ({
          code: 'REFUND_UNKNOWN',
          ...(ref && { ref }),
        }),
      ),
      entry: told.entry && { ...told.entry, orderIds: [...told.entry.orderIds, mine.orderId] },
    } as unknown as Accepted
    const shown = viewAnswer(answer, answer.record.context, 'merchant') as Accepted
    expect(shown.orders.map(({ kind }) => kind)).not.toContain('disableAcceptance')
    expect(shown.orders).toContainEqual(mine)
    expect(shown.deadlines.map(({ id }) => id)).toContain('mine:open-1')
    expect(JSON.stringify(shown.deadlines)).not.toContain('disableConfirmDue')
    expect(shown.issues.map(({ ref }) => ref)).toEqual([undefined, mine.orderId])
    expect(shown.entry?.orderIds).toEqual(shown.orders.map(({ orderId }) => orderId))
    expect(shown.record).toEqual(viewRecord(answer.record, 'merchant'))
    expect(viewAnswer(answer, answer.record.context, 'provider')).toBe(answer)
    expect(viewAnswer({ ...answer, entry: null }, answer.record.context, 'merchant')).toMatchObject({
      entry: null,
    })
  })

  it('that refuses is shown like what stands in the way', async () => {
    const world = openPlay()
    const refused = await world.send(m1, { type: 'closure.cancelled', reason: 'x' } as never)
    if (refused.accepted) throw new Error('it was taken')
    const answer = { ...refused, blockers: [blocker('REMEDY_OPEN', 'case-5')] }
    expect(viewAnswer(answer, record.context, 'merchant')).toEqual({
      ...answer,
      blockers: [blocker('CONTACT_PROVIDER')],
    })
  })
})
