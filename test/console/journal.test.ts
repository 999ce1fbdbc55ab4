import type { JournalEntry } from 'terminal-lifecycle/machine'
import type { OrderState } from 'terminal-lifecycle/runtime'
import { expect, it } from 'vitest'
import { journalPart } from '../../examples/acquirer-backend/console/journal.ts'
import { people } from '../../examples/acquirer-backend/people.ts'
import { now, readerAs } from './a-reader.ts'

const by = people.chen.actor
const orders = [{ order: { orderId: 'life-1:7', kind: 'eraseDevice' } }] as OrderState[]

/** The words of one line, without its marks. */
const lineOf = (cause: object): string => {
  const entry = { at: now, actor: by, cause: { by, at: now, ...cause } } as unknown as JournalEntry
  const page = String(journalPart(readerAs('wang'), { entries: [entry], orders }, undefined))
  return (page.match(/<li>.*<\/li>/s)?.[0] ?? '').replaceAll(/<time.*?<\/time>|<[^>]+>/g, ' ')
}

it.each([
  ['an order, of which kind it is', { type: 'order.confirmed', orderId: 'life-1:7' }, 'Erase the device'],
  [
    'a notice, which and to whom',
    { type: 'notice.sent', template: 'closure_result', audience: 'merchant', orderId: 'life-1:7' },
    'Result of the closure · Merchant',
  ],
  ['a device, which', { type: 'device.received', serial: 'SN-1' }, 'SN-1'],
  ['a deposit, which', { type: 'refund.ordered', depositId: 'DEP-1' }, 'DEP-1'],
  ['a clock, which', { timer: 'approvalValidity:A-1' }, 'Validity of the approval'],
  ['a hold, why', { type: 'hold.placed', holdId: 'H-1', code: 'ACCOUNT_ARREARS' }, 'Account in arrears'],
  [
    'a proposal, of what',
    { type: 'act.proposed', act: { type: 'charge.waived' } },
    'Damage or missing parts waived',
  ],
  ['a rejection, why', { type: 'review.rejected', code: 'DOCUMENTS_INVALID', reason: 'torn' }, 'torn'],
])('A line of the journal tells of %s', (_, cause, words) => {
  expect(lineOf(cause)).toContain(words)
})

it('A closure that is proposed has its reason in words, and what was remarked', () => {
  const line = lineOf({ type: 'closure.proposed', reason: 'RULE_VIOLATION', basis: 'Twice this year.' })
  expect(line).not.toContain('RULE_VIOLATION')
  expect(line).toMatch(/Violation of the rules .*Twice this year\./s)
})

it('An order that is on nobody’s list any more has its name alone', () => {
  expect(lineOf({ type: 'order.confirmed', orderId: 'gone' })).not.toContain('undefined')
})
