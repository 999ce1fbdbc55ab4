import { describe, expect, it } from 'vitest'
import { applicationViewOf } from '../../src/backend/application-view.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { ReadEntry } from '../../src/runtime/index.ts'
import { recordWith } from '../runtime/records.ts'

const about = { applicationId: 'application-1' }

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

  const live = { live: { service: 'inService', application: 'underReview' } }
  const closing = { closing: 'clearing' }
  it.each([
    [
      'imposed before its day',
      [
        [approved, live],
        [overtaking, closing],
      ],
      'overtaken',
    ],
    [
      'imposed before its day, and something was told between',
      [
        [approved, live],
        [{ type: 'note.recorded' }, live],
        [overtaking, closing],
      ],
      'overtaken',
    ],
    [
      'carried out on its day',
      [
        [approved, live],
        [{ timer: 'closureStart' }, closing],
      ],
      'approved',
    ],
    ['carried out at once', [[approved, closing]], 'approved'],
    [
      'carried out, taken back, and another one is imposed later',
      [
        [approved, closing],
        [{ type: 'closure.cancelled' }, live],
        [overtaking, closing],
      ],
      'approved',
    ],
    [
      'withdrawn before its day',
      [
        [approved, live],
        [{ type: 'application.withdrawn', ...about }, live],
        [overtaking, closing],
      ],
      'withdrawn',
    ],
  ])('a closure that was approved is overtaken until it begins: %s', async (_, told, status) => {
    const view = await applicationViewOf(record, 'application-1', async function* () {
      yield { cause: { ...request, type: 'closure.requested' }, to: live } as unknown as ReadEntry
      for (const [cause, to] of told) yield { cause, to } as unknown as ReadEntry
    })
    expect(view).toMatchObject({ status })
  })

  it('is told as it was filed last, where it was filed again under its name', async () => {
    const again = { ...request, type: 'closure.requested', digest: 'ef', documents: [paper('doc-3')] }
    const withdrawn = { type: 'application.withdrawn', ...about }
    expect(await became(request, rejected, withdrawn, again)).toEqual({
      ...{ ...about, lifecycleId: 'life-1', kind: 'closure', status: 'underReview', digest: 'ef' },
      ...{ documents: [paper('doc-3')], attempt: 1, informationItems: [], rejection: null },
      effectiveDate: null,
    })
    expect(await became(request, withdrawn, again, overtaking)).toMatchObject({ status: 'overtaken' })
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
