import { describe, expect, it } from 'vitest'
import { ForbiddenFieldError } from '../../src/errors/index.ts'
import { createInbox, type InboxRuntime, memoryCases } from '../../src/webhooks/index.ts'
import { sys } from '../support/people.ts'
import { serial } from '../support/samples.ts'
import { messageOf } from './life.ts'

const keys = { type: 'keys.removed', serial, method: 'zeroised' } as const
const message = messageOf(keys, 'evt_1')

/** An inbox over a runtime that answers this, so long after the event. */
const inboxOver = (dispatch: (command: { lifecycleId: string }) => Promise<unknown>, seconds = 0) => {
  const now = new Date(Date.parse(message.event.timestamp) + seconds * 1_000).toISOString()
  const asked: { lifecycleId: string }[] = []
  const runtime = {
    dispatch: (command: { lifecycleId: string }) => {
      asked.push(command)
      return dispatch(command)
    },
    find: async () => [],
    lifecycleOf: async () => 'life-of-order',
  } as unknown as InboxRuntime
  return { inbox: createInbox(runtime, { actor: sys, clock: { now: () => now } }), asked }
}
const refusing = (code: string) => async () => ({ accepted: false, blockers: [{ code, owner: 'provider' }] })

describe('what a sender is told of its message', () => {
  it('is not to come again with a field that nobody may send', async () => {
    const { inbox } = inboxOver(async () => {
      throw new ForbiddenFieldError({ paths: ['/event/pin'] })
    })
    expect(await inbox.receive(message)).toMatchObject({
      ...{ status: 400, code: 'WEBHOOK_EVENT_INVALID' },
      issues: [{ path: '/event/pin', code: 'FORBIDDEN_FIELD' }],
    })
  })

  it.each([
    [0, 5],
    [90, 90],
    [7_200, 3_600],
  ])('after %i seconds, to come again in %i', async (seconds, retryAfter) => {
    const { inbox } = inboxOver(refusing('DEVICE_UNKNOWN'), seconds)
    expect(await inbox.receive(message)).toMatchObject({ status: 503, retryAfter })
  })

  it('is asked of the record once, where its sender may never tell it', async () => {
    const role = inboxOver(refusing('ROLE_NOT_ALLOWED'), 90)
    expect(await role.inbox.receive(message)).toMatchObject({ status: 422 })
    expect(role.asked).toHaveLength(1)
    const early = inboxOver(refusing('DEVICE_UNKNOWN'), 90)
    await early.inbox.receive(message)
    expect(early.asked).toHaveLength(2)
  })

  it('is about the life that it names, whatever order it names as well', async () => {
    const { inbox, asked } = inboxOver(async () => ({ accepted: true, issues: [] }))
    const subject = { lifecycleId: 'life-1', orderId: 'order-1' }
    await inbox.receive({ ...message, event: { ...message.event, subject } } as typeof message)
    expect(asked.map(({ lifecycleId }) => lifecycleId)).toEqual(['life-1'])
  })
})

it('a case that is known is not written again by the same version', async () => {
  const cases = memoryCases<string>()
  for (const [version, found] of [
    [3, 'first'],
    [3, 'again'],
    [2, 'older'],
  ] as const)
    await cases.keep('life-1', version, found)
  expect(cases.get('life-1')).toBe('first')
})
