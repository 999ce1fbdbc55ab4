import { describe, expect, it } from 'vitest'
import { actsSide } from '../../src/backend/acts.ts'
import { applicationViewOf } from '../../src/backend/application-view.ts'
import { Desk } from '../../src/backend/desk.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { ReadEntry } from '../../src/runtime/index.ts'
import { caught } from '../client/kit.ts'
import { recordWith } from '../runtime/records.ts'
import { m1 } from '../support/people.ts'

const lifecycleId = 'life-1'
const about = { applicationId: 'application-1' }
const amount = { amount: 5, currency: 'CNY' }
const context = { actor: m1, idempotencyKey: 'k-1' } as never

describe('a write of a portal', () => {
  /** What it tells the life, and what was looked at before. */
  const toldBy = async (name: string, input: object) => {
    const [told, looked]: [unknown[], unknown[]] = [[], []]
    const desk = {
      tell: async (telling: unknown) => void told.push(telling),
      lifeOf: async (applicationId: string) => ({ lifecycleId: `life of ${applicationId}` }),
    }
    const acts = actsSide(desk as unknown as Desk, async (...asked) => void looked.push(asked))
    await (acts as unknown as Record<string, (input: object, context: never) => unknown>)[name]?.(
      input,
      context,
    )
    return { told, looked }
  }

  it.each([
    ['withdrawApplication', about, { type: 'application.withdrawn', ...about }],
    [
      'decideApplication',
      { ...about, decision: 'approve', digest: 'ab', checked: ['doc-1'] },
      { type: 'review.approved', ...about, digest: 'ab', checked: ['doc-1'] },
    ],
    [
      'decideApplication',
      { ...about, decision: 'approve', digest: 'ab' },
      { type: 'review.approved', ...about, digest: 'ab' },
    ],
    [
      'decideApplication',
      { ...about, decision: 'askInformation', items: ['licence'] },
      { type: 'review.informationRequested', ...about, items: ['licence'] },
    ],
    [
      'decideApplication',
      { ...about, decision: 'reject', code: 'other', reason: 'x', resubmittable: false },
      { type: 'review.rejected', ...about, code: 'other', reason: 'x', resubmittable: false },
    ],
  ])('about an application tells the life in which it is, by %s: %j', async (name, input, event) => {
    const { told, looked } = await toldBy(name, input)
    const life = 'life of application-1'
    expect(told).toEqual([{ lifecycleId: life, event, asked: { event } }])
    expect(looked).toEqual([[life, { event }, context]])
  })

  it.each([
    ['recordEvent', { event: { type: 'device.lost', serial: 's' } }, { type: 'device.lost', serial: 's' }],
    [
      'confirmSettlement',
      { statementId: 's-1', decision: 'agree' },
      { type: 'settlement.confirmed', statementId: 's-1' },
    ],
    [
      'confirmSettlement',
      { statementId: 's-1', decision: 'object', grounds: 'wrong' },
      { type: 'settlement.disputed', statementId: 's-1', grounds: 'wrong' },
    ],
    [
      'agreePayoutMethod',
      { accountToken: 't', name: 'Lin' },
      { type: 'payoutAccount.changed', accountToken: 't', name: 'Lin' },
    ],
    [
      'proposeTransactionResolution',
      { ref: 't-1', handling: 'void' },
      { type: 'resolution.proposed', txnRef: 't-1', handling: 'void' },
    ],
    [
      'requestDepositRefund',
      { requestId: 'r-1', depositId: 'd-1', amount },
      { type: 'request.made', kind: 'depositRefund', requestId: 'r-1', depositId: 'd-1', amount },
    ],
    [
      'makeRequest',
      { kind: 'deviceReturn', requestId: 'r-1' },
      { type: 'request.made', kind: 'deviceReturn', requestId: 'r-1' },
    ],
    [
      'recordNote',
      { kind: 'note', text: 'x', visibility: 'merchant' },
      { type: 'note.recorded', kind: 'note', text: 'x', visibility: 'merchant' },
    ],
  ])('about a terminal tells its life, by %s', async (name, input, event) => {
    const { told, looked } = await toldBy(name, { lifecycleId, ...input })
    expect(told).toEqual([{ lifecycleId, event, asked: { event } }])
    expect(looked).toEqual([[lifecycleId, { event }, context]])
  })

  it.each(['closure.requested', 'suspension.requested', 'reinstatement.requested'])(
    'tells no %s beside its form',
    async (type) => {
      const work = toldBy('recordEvent', { lifecycleId, event: { type } })
      expect(await caught(work)).toMatchObject({
        issues: [{ path: '/event/type', code: 'NOT_ALLOWED_VALUE' }],
      })
    },
  )
})

describe('the life of an application', () => {
  const deskOver = (lives: readonly object[]) => {
    const asked: unknown[] = []
    const find = async (...question: unknown[]) => {
      asked.push(question)
      return lives
    }
    return { desk: new Desk({ find } as never), asked }
  }

  it('is not chosen by chance where two have an application of that name', async () => {
    const { desk, asked } = deskOver([recordWith({}, 1), recordWith({ lifecycleId: 'life-2' }, 1)])
    expect(await caught(desk.lifeOf('application-1', m1))).toMatchObject({
      ...{ code: 'REFUSED', refusal: 'BLOCKED' },
      blockers: [{ code: 'REFERENCE_IN_USE', ref: 'application-1' }],
    })
    expect(asked).toEqual([[{ applicationId: 'application-1', limit: 2 }, { actor: m1 }]])
  })

  it('is the only one, or none', async () => {
    const life = recordWith({}, 1)
    expect(await deskOver([life]).desk.lifeOf('application-1', m1)).toBe(life)
    const none = deskOver([]).desk.lifeOf('application-1', m1)
    expect(await caught(none)).toMatchObject({ code: 'REFUSED', refusal: 'NOT_FOUND' })
  })
})

describe('what became of an application that has left the record', () => {
  const paper = (id: string, supersedes: string | null = null) => ({
    ...{ id, type: 'business_licence', digest: id, facts: {}, supersedes },
  })
  const request = {
    ...{ type: 'suspension.requested', digest: 'ab', documents: [paper('doc-1')], request: about },
  }
  const asked = { type: 'review.informationRequested', ...about, items: ['licence'] }
  const rejection = { code: 'other', reason: 'x', resubmittable: true }
  const rejected = { type: 'review.rejected', ...about, ...rejection }
  const approved = { type: 'review.approved', ...about, digest: 'ab' }
  const supplied = {
    ...{ type: 'application.supplemented', ...about, digest: 'cd', documents: [paper('doc-2')] },
  }
  const overtaking = { type: 'closure.imposed' }
  const record = recordWith({}, 9)
  const became = (...causes: readonly object[]) =>
    applicationViewOf(record, 'application-1', async function* () {
      for (const cause of [{ opened: {} }, { timer: 'verifyDue' }, ...causes, { migrated: {} }])
        yield { cause } as unknown as ReadEntry
    })

  it('is told from its request on', async () => {
    expect(await became(request)).toEqual({
      ...{ ...about, lifecycleId: 'life-1', kind: 'suspension', status: 'underReview', digest: 'ab' },
      ...{ documents: [paper('doc-1')], attempt: 1, informationItems: [], rejection: null },
      effectiveDate: null,
    })
    expect(await became()).toBeUndefined()
    expect(await became({ ...request, request: { applicationId: 'application-2' } })).toBeUndefined()
    expect(await became(approved)).toBeUndefined()
  })

  it.each([
    ['closure.requested', 'closure', '2026-04-01'],
    ['suspension.requested', 'suspension', null],
    ['reinstatement.requested', 'reinstatement', null],
  ])('is told as what it was: %s', async (type, kind, effectiveDate) => {
    const dated = { ...request, type, request: { ...about, effectiveDate: '2026-04-01' } }
    expect(await became(dated)).toMatchObject({ kind, effectiveDate })
  })

  it.each([
    [[asked], 'needsInformation'],
    [[rejected], 'rejected'],
    [[rejected, supplied], 'underReview'],
    [[approved], 'approved'],
    [[{ type: 'application.withdrawn', ...about }], 'withdrawn'],
    [[{ type: 'application.lapsed', ...about }], 'lapsed'],
    [[{ type: 'note.recorded' }], 'underReview'],
    [[{ type: 'review.approved', applicationId: 'application-2' }], 'underReview'],
  ])('is told by what was said of it last: %j', async (causes, status) => {
    expect(await became(request, ...causes)).toMatchObject({ status })
  })

  it('is told with what is asked for, why it was rejected, and what was supplied', async () => {
    expect(await became(request, asked)).toMatchObject({ informationItems: ['licence'] })
    expect(await became(request, rejected)).toMatchObject({ rejection })
    const mended = await became(request, asked, rejected, supplied)
    expect(mended).toMatchObject({ attempt: 2, digest: 'cd', informationItems: [], rejection: null })
    expect(mended?.documents.map(({ id }) => id)).toEqual(['doc-1', 'doc-2'])
  })

  it.each([
    ['under review', [], 'overtaken'],
    ['waiting for information', [asked], 'overtaken'],
    ['rejected', [rejected], 'overtaken'],
    ['approved', [approved], 'approved'],
    ['withdrawn', [{ type: 'application.withdrawn', ...about }], 'withdrawn'],
    ['lapsed', [{ type: 'application.lapsed', ...about }], 'lapsed'],
  ])('is overtaken by a closure while it is open, and by nothing else: %s', async (_, causes, status) => {
    const other = { ...request, type: 'closure.requested', request: { applicationId: 'application-2' } }
    for (const closure of [overtaking, other])
      expect(await became(request, ...causes, closure)).toMatchObject({ status })
    const paused = { ...request, request: { applicationId: 'application-2' } }
    expect(await became(request, ...causes, paused)).not.toMatchObject({ status: 'overtaken' })
  })
})

it('An application that is open is read off the record, not off the journal', async () => {
  const application = {
    ...{ ...about, kind: 'suspension', digest: 'ab', documents: [], attempt: 3, effectiveDate: null },
    ...{ informationItems: ['licence'], approval: null },
    rejection: { code: 'other', reason: 'x', resubmittable: false, by: 'p1' },
  }
  const recordOf = (state: string, differs: object = {}): LifecycleRecord => {
    const record = recordWith({}, 9)
    return {
      ...record,
      value: { live: { service: 'inService', application: state } },
      context: { ...record.context, application: { ...application, ...differs } },
    } as unknown as LifecycleRecord
  }
  const viewOf = (record: LifecycleRecord, id = 'application-1') =>
    applicationViewOf(record, id, async function* () {})
  for (const status of ['underReview', 'needsInformation', 'rejected'])
    expect(await viewOf(recordOf(status))).toEqual({
      ...{ ...about, lifecycleId: 'life-1', kind: 'suspension', status, digest: 'ab', documents: [] },
      ...{ attempt: 3, informationItems: ['licence'], effectiveDate: null },
      rejection: { code: 'other', reason: 'x', resubmittable: false },
    })
  expect(await viewOf(recordOf('none', { approval: {} }))).toMatchObject({ status: 'approved' })
  expect(await viewOf(recordOf('none'))).toBeUndefined()
  expect(await viewOf(recordOf('underReview'), 'application-2')).toBeUndefined()
})
