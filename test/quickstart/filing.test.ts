import type { DocumentRef } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { type ClosureRequested, documentRef, requestDigest } from 'terminal-lifecycle/schemas'
import { describe, expect, it } from 'vitest'
import { asHost, people } from '../../examples/quickstart/people.ts'
import { closureBy } from '../../examples/quickstart/steps/filing.ts'
import { businessLicence, serialPhoto } from '../../examples/quickstart/steps/papers.ts'
import type { Situation } from '../../examples/quickstart/steps/step.ts'
import { openStage } from './stage.ts'

const situation = async (): Promise<Situation> => {
  const stage = openStage()
  const { cases } = await stage.import()
  const playing = cases.closure
  const record = await stage.runtime.get(playing?.lifecycleId ?? '', asHost)
  if (playing === undefined || record === undefined) throw new Error('The portfolio has no such case.')
  return {
    ...playing,
    record,
    at: record.at,
    file: async (document) => documentRef(document),
    readHost: () => Promise.reject(new Error('Nobody asked for it.')),
  }
}

const form = { channel: 'app', reason: 'NO_LONGER_NEEDED', disposition: 'return' } as const
const licence = businessLicence(people.merchant)

/** As it stands when it has been applied for with these papers. */
const appliedWith = (record: LifecycleRecord, documents: readonly DocumentRef[]): LifecycleRecord =>
  ({ ...record, context: { ...record.context, application: { documents } } }) as LifecycleRecord

describe('An application of the quickstart', () => {
  it('is no event when its form has a problem, which is named', async () => {
    const closure = closureBy(people.merchant, 'APP-1', { ...form, disposition: 'collection' })
    await expect(closure.requested(licence)(await situation())).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '/collectionAddress', code: 'REQUIRED_HERE' }],
    })
  })

  it('is bound to its papers: the same ones at once or in two parts, and to no others', async () => {
    const closure = closureBy(people.merchant, 'APP-1', form)
    const now = await situation()
    const first = (await closure.requested(licence)(now)) as ClosureRequested
    const whole = (await closure.requested(licence, serialPhoto)(now)) as ClosureRequested
    const supplement = await closure.supplemented(serialPhoto)({
      ...now,
      record: appliedWith(now.record, first.documents),
    })
    expect(supplement).toMatchObject({ digest: whole.digest, documents: [{ type: 'supporting_evidence' }] })
    expect(first.digest).not.toBe(whole.digest)
  })

  it('is bound to what it asks for: another wish has another digest', async () => {
    const now = await situation()
    const [one, other] = (await Promise.all(
      (['cheque', 'directTransfer'] as const).map((payoutMethod) =>
        closureBy(people.merchant, 'APP-1', { ...form, payoutMethod }).requested(licence)(now),
      ),
    )) as [ClosureRequested, ClosureRequested]
    expect(one.digest).toBe(await requestDigest(one.request, one.documents))
    expect(one.digest).not.toBe(other.digest)
  })

  it('tells the journal nothing that is personal', async () => {
    const { request } = (await closureBy(people.merchant, 'APP-1', form).requested(licence)(
      await situation(),
    )) as ClosureRequested
    expect(request).not.toHaveProperty('contact')
    expect(request).not.toHaveProperty('documents')
  })
})
