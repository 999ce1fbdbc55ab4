import { describe, expect, it } from 'vitest'
import { actsSide } from '../../src/backend/acts.ts'
import { Desk } from '../../src/backend/desk.ts'
import { found } from '../../src/backend/not-found.ts'
import { outcomesSide } from '../../src/backend/outcomes.ts'
import { asPortalRefusal } from '../../src/backend/refusals.ts'
import { InvalidInputError } from '../../src/errors/index.ts'
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

describe('a write that is refused', () => {
  const blockers = [{ code: 'APPLICATION_OPEN' }, { code: 'ROLE_NOT_ALLOWED' }]
  it.each([
    ['by its role, among other things', blockers, 'ROLE_NOT_ALLOWED'],
    ['for other things', blockers.slice(0, 1), 'BLOCKED'],
    ['for nothing that is named', [], 'BLOCKED'],
  ])('%s: at once, and whoever asks later, by one code', async (_, standing, refusal) => {
    const refused = { accepted: false, code: 'BLOCKED', blockers: standing }
    const desk = new Desk({ dispatch: async () => refused, answered: async () => refused } as never)
    const told = desk.tell({ lifecycleId, event: {} as never, asked: {} }, context)
    expect(await caught(told)).toMatchObject({ code: 'REFUSED', refusal })
    const { getOutcome } = outcomesSide(desk, {} as never, () => '')
    const asked = { idempotencyKey: 'k-1', lifecycleId }
    expect(await getOutcome(asked, context)).toMatchObject({ status: 'refused', code: refusal })
  })
})

describe('a life that is not there', () => {
  it.each(['LIFECYCLE_UNKNOWN', 'LIFECYCLE_PURGED'])('is not found by any question: %s', async (code) => {
    const unknown = new InvalidInputError({ issues: [{ path: '/lifecycleId', code }] })
    expect(await caught(found(Promise.reject(unknown)))).toMatchObject({ refusal: 'NOT_FOUND' })
    expect(asPortalRefusal(unknown)).toMatchObject({ refusal: 'NOT_FOUND' })
  })

  it('is no other fault of a question', async () => {
    const wrong = new InvalidInputError({ issues: [{ path: '/at', code: 'INVALID_FORMAT' }] })
    expect(await caught(found(Promise.reject(wrong)))).toBe(wrong)
  })
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
