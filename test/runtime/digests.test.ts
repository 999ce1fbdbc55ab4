import { describe, expect, it } from 'vitest'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { asP1, m1, p1 } from '../support/people.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reinstatementRequested,
  suspensionRequested,
} from '../support/samples.ts'
import { signed } from '../support/signing.ts'
import { collect } from './collect.ts'
import { rig } from './rig.ts'

const lifecycleId = 'life-1'
const mismatch = { code: 'INVALID_INPUT', issues: [{ path: '/event/digest', code: 'DIGEST_MISMATCH' }] }

/** A closure that was asked for, about which somebody wants to know more. */
async function withQuestion() {
  const made = await rig()
  await made.tell(closureRequested(), m1)
  await made.tell({
    type: 'review.informationRequested',
    applicationId: 'application-1',
    items: ['the licence cannot be read'],
  } as unknown as LifecycleEvent)
  const supplement: LifecycleEvent = {
    type: 'application.supplemented',
    applicationId: 'application-1',
    documents: [{ ...paper('business_licence', 'licence-2'), supersedes: 'business_licence' }],
    digest: digestOf('application-1'),
  }
  const send = (event: LifecycleEvent, commandId: string) =>
    made.runtime.dispatch({ lifecycleId, commandId, actor: m1, event })
  return { ...made, supplement, send }
}

describe('the digest of an application', () => {
  it.each([
    closureRequested(),
    suspensionRequested(),
    reinstatementRequested({ 'hold-1': 'MERCHANT_REQUEST' }),
  ])('has to be that of the request and its papers: $type', async (event) => {
    const { runtime, store } = await rig()
    const right = await signed(event)
    const others = [
      event,
      { ...right, documents: event.documents.slice(1) },
      { ...right, request: { ...event.request, applicationId: 'application-9' } },
    ] as LifecycleEvent[]
    for (const wrong of others) {
      const sent = runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event: wrong })
      await expect(sent).rejects.toMatchObject(mismatch)
    }
    expect(await collect(runtime.journal(lifecycleId, asP1))).toHaveLength(1)
    expect(await store.answered(lifecycleId, 'c-1')).toBeUndefined()
    // the command was not used up
    const answer = await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event: right })
    expect(answer.accepted || answer.blockers.length > 0).toBe(true)
  })

  it('does not cover what the papers say, nor their order', async () => {
    const { runtime } = await rig()
    const right = await signed(closureRequested())
    if (right.type !== 'closure.requested') expect.fail('another event')
    const documents = right.documents
      .map((document) => (document.facts ? { ...document, facts: { longTerm: true } } : document))
      .reverse()
    const event = { ...right, documents }
    expect(await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor: m1, event })).toMatchObject({
      accepted: true,
    })
  })

  it('is made anew for a supplement, over the papers as they stand then', async () => {
    const { send, supplement, record } = await withQuestion()
    await expect(send(supplement, 's-1')).rejects.toMatchObject(mismatch)
    const right = await signed(supplement, await record())
    const first = await send(right, 's-1')
    expect(first).toMatchObject({ accepted: true, noop: false })
    // the record is another one now, and the answer still the first
    expect(await send(right, 's-1')).toEqual(first)
  })

  it('is not asked for where the machine refuses the supplement, or nobody knows what was asked for', async () => {
    const { send, supplement, record, store, make } = await withQuestion()
    const other = { ...supplement, applicationId: 'application-9' } as LifecycleEvent
    expect(await send(other, 's-1')).toMatchObject({ accepted: false })
    const before = await record()
    const application = before.context.application && { ...before.context.application, request: null }
    const filedLongAgo = make({
      store: {
        ...store,
        newest: undefined,
        load: async (id) => {
          const stored = await store.load(id)
          return stored && { ...stored, record: { ...before, context: { ...before.context, application } } }
        },
      },
    })
    const sent = filedLongAgo.dispatch({ lifecycleId, commandId: 's-2', actor: m1, event: supplement })
    expect(await sent).toMatchObject({ accepted: true })
  })

  it('lets nobody take the name of the runtime for what it sends itself', async () => {
    const { runtime } = await rig()
    const event: LifecycleEvent = { type: 'note.recorded', kind: 'note', text: 'x' }
    const sent = runtime.dispatch({ lifecycleId, commandId: 'migrate:2', actor: p1, event })
    await expect(sent).rejects.toMatchObject({ issues: [{ path: '/commandId', code: 'RESERVED' }] })
  })
})
