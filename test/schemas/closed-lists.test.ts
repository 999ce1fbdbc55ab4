import { describe, expect, it } from 'vitest'
import { audiences, departments, noticeTemplates, orderKinds, ticketTopics } from '../../src/domain/index.ts'
import { LifecycleEvent, Order, orderParams } from '../../src/schemas/index.ts'

const notice = {
  audience: 'merchant',
  template: 'closure_result',
  phase: 'after',
  ref: null,
  disclosure: 'open',
  reply: null,
}
const ticket = { department: 'support', topic: 'escalation', ref: null }
const sent = { type: 'notice.sent', audience: 'merchant', template: 'closure_result' }

const takes = {
  'the template of a notice': [
    noticeTemplates,
    (template: string) => orderParams.notify.safeParse({ ...notice, template }),
  ],
  'the audience of a notice': [
    audiences,
    (audience: string) => orderParams.notify.safeParse({ ...notice, audience }),
  ],
  'the topic of a ticket': [
    ticketTopics,
    (topic: string) => orderParams.openTicket.safeParse({ ...ticket, topic }),
  ],
  'the department of a ticket': [
    departments,
    (department: string) => orderParams.openTicket.safeParse({ ...ticket, department }),
  ],
  'the template of a notice that was sent': [
    noticeTemplates,
    (template: string) => LifecycleEvent.safeParse({ ...sent, template }),
  ],
  'the audience of a notice that was sent': [
    audiences,
    (audience: string) => LifecycleEvent.safeParse({ ...sent, audience }),
  ],
} as const

describe.each(Object.entries(takes))('%s', (_, [names, parse]) => {
  it('is one of its list', () => {
    for (const name of names) expect(parse(name).success, name).toBe(true)
  })

  it.each(['', 'closure.approved', 'constructor', 'CLOSURE_RESULT'])('is never %j', (name) => {
    expect(parse(name).success).toBe(false)
  })
})

describe('the kinds of orders', () => {
  it('have their parameters, in the order of their list', () => {
    expect(Object.keys(orderParams)).toEqual(orderKinds)
  })

  it('are the only kinds of an order', () => {
    const order = {
      orderId: 'lc-1/4/0',
      status: 'ordered',
      orderedAt: '2026-03-02T01:00:00.000Z',
      claimed: false,
    }
    const collecting = {
      ...order,
      kind: 'collectDevice',
      params: { serial: 'SN-1', addressDocumentId: 'doc-9' },
    }
    expect(Order.safeParse(collecting).success).toBe(true)
    expect(Order.safeParse({ ...collecting, kind: 'sendDrone' }).success).toBe(false)
    const address = { serial: 'SN-1', addressDocumentId: 'doc-9', address: 'Heping Road 3' }
    expect(Order.safeParse({ ...collecting, params: address }).success).toBe(false)
  })
})
