import { describe, expect, it } from 'vitest'
import { caught } from '../client/kit.ts'
import { closure, house, lifecycleId, type Person } from './house.ts'

const note = { type: 'note.recorded', kind: 'note', text: 'The shop moves.' } as const
const key = { idempotencyKey: 'key/1' }
const unknown = { code: 'REFUSED', refusal: 'NOT_FOUND' }

describe('what became of a write', () => {
  it('is told to whoever sent it, by terminal and by application, also by a process that has just begun', async () => {
    const { as, anew } = await house()
    const filed = await as('m1').submitClosure({ lifecycleId, ...closure }, key)
    await as('p1').recordEvent({ lifecycleId, event: note })
    const accepted = { ...key, status: 'accepted', version: filed.version }
    expect(
      await anew()
        .as('m1')
        .getOutcome({ ...key, lifecycleId }),
    ).toEqual(accepted)
    expect(await as('m1').getOutcome({ ...key, applicationId: closure.applicationId })).toEqual(accepted)
  })

  it('is told with each reason, its owner and what clears it when it was refused', async () => {
    const { as } = await house()
    await as('m1').submitClosure({ lifecycleId, ...closure })
    const second = { lifecycleId, ...closure, applicationId: 'application-2' }
    const refused = await caught(as('m1').submitClosure(second, key))
    expect(refused).toMatchObject({ refusal: 'BLOCKED' })
    const { status, code, blockers } = await as('m1').getOutcome({ ...key, lifecycleId })
    expect({ status, code }).toEqual({ status: 'refused', code: 'BLOCKED' })
    expect(blockers).toEqual((refused as { blockers?: unknown }).blockers)
    expect(blockers?.[0]?.clearedBy.length).toBeGreaterThan(0)
  })

  it('is a refusal of its sender by the same code, where the role may not write it at all', async () => {
    const { as } = await house()
    const event = { type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' } as const
    const refused = await caught(as('m1').recordEvent({ lifecycleId, event }, key))
    expect(refused).toMatchObject({ refusal: 'ROLE_NOT_ALLOWED' })
    expect(await as('m1').getOutcome({ ...key, lifecycleId })).toMatchObject({
      ...{ status: 'refused', code: 'ROLE_NOT_ALLOWED', blockers: [{ code: 'ROLE_NOT_ALLOWED' }] },
    })
  })

  it('is a document, where one was announced under the key', async () => {
    const { as, anew } = await house()
    const about = {
      type: 'business_licence',
      digest: 'ab'.repeat(32),
      size: 3,
      mediaType: 'image/png',
    } as const
    const { documentId } = await as('m1').createDocument(about, key)
    expect(await anew().as('m1').getOutcome(key)).toEqual({ ...key, status: 'accepted', documentId })
    expect(await caught(as('stranger').getOutcome(key))).toMatchObject(unknown)
  })

  it('is not found where nothing arrived, and for everybody but its sender', async () => {
    const { as } = await house()
    expect(await caught(as('m1').getOutcome({ ...key, lifecycleId }))).toMatchObject(unknown)
    await as('m1').recordEvent({ lifecycleId, event: note }, key)
    for (const person of ['p1', 'colleague', 'stranger', 'elsewhere'] as const satisfies Person[])
      expect(await caught(as(person).getOutcome({ ...key, lifecycleId }))).toMatchObject(unknown)
  })
})

describe('a key', () => {
  it('belongs to one request: another body, another act or another person is refused by the name of the key', async () => {
    const { as } = await house()
    await as('m1').submitClosure({ lifecycleId, ...closure }, key)
    const reused = { code: 'REFUSED', refusal: 'IDEMPOTENCY_KEY_REUSED' }
    const other = { lifecycleId, ...closure, reason: 'DEVICE_OBSOLETE' } as const
    for (const work of [
      () => as('m1').submitClosure(other, key),
      () => as('m1').recordEvent({ lifecycleId, event: note }, key),
      () => as('colleague').submitClosure({ lifecycleId, ...closure }, key),
    ])
      expect(await caught(work())).toMatchObject(reused)
  })

  it('that looks like one of the runtime’s own is refused where it stands', async () => {
    const { post } = await house()
    const answer = await post('m1', `/terminals/${lifecycleId}/events`, { event: note }, 'timer:1')
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.text).issues).toEqual([{ path: '/idempotencyKey', code: 'RESERVED' }])
  })
})

it('An application that nobody filed is not found at once: one look into an index', async () => {
  const { as, homes } = await house()
  let loaded = 0
  const { store } = homes
  const find = store.find.bind(store)
  store.find = (query, ...rest) => {
    loaded += 1
    expect(query).toMatchObject({ applicationId: 'application-0' })
    return find(query, ...rest)
  }
  const application = as('p1').getApplication({ applicationId: 'application-0' })
  expect(await caught(application)).toMatchObject(unknown)
  expect(loaded).toBe(1)
})
