import {
  audiences,
  capabilityNames,
  clockNames,
  departments,
  eventTypes,
  noticeTemplates,
  ticketTopics,
} from '../../domain/index.ts'
import type { Order, OrderKind, OrderParams } from '../../schemas/index.ts'
import type { Deadline, ProposedAct } from '../context.ts'
import {
  type Check,
  end,
  fields,
  flag,
  instant,
  type Kind,
  ledger,
  list,
  natural,
  nullable,
  oneOf,
  text,
  upTo,
  variants,
  word,
} from './kinds.ts'
import { clockRule, longest } from './policy.ts'

const capabilities = () => list(oneOf(capabilityNames))

const params = (): { readonly [K in OrderKind]: Kind<OrderParams[K]> } => ({
  disableAcceptance: fields({ capabilities: capabilities(), urgent: flag }),
  enableAcceptance: fields({ capabilities: capabilities() }),
  readStatus: fields({ notBefore: instant }),
  uploadBatch: fields({ serial: text }),
  readBackup: fields({ serial: text, upTo: instant, hash: text }),
  eraseDevice: fields({
    serial: text,
    scope: word('device application'),
    procedure: text,
    authorisedBySeq: natural,
  }),
  revokeKeys: fields({ serial: text, reason: word('lost unreturned') }),
  collectDevice: fields({ serial: text, addressDocumentId: text }),
  requestStatement: fields({ upTo: nullable(instant) }),
  payOut: fields({ payoutId: text, amount: natural, accountToken: text }),
  refundDeposit: fields({ depositId: text, refundId: text, amount: natural, accountToken: text }),
  unbind: fields({ serial: text, registryRef: text }),
  confirmClosure: fields({ attempt: natural }),
  notify: fields({
    audience: oneOf(audiences),
    template: oneOf(noticeTemplates),
    phase: word('before at after'),
    ref: nullable(text),
    disclosure: word('open hidden'),
  }),
  openTicket: fields({
    department: oneOf(departments),
    topic: oneOf(ticketTopics),
    ref: nullable(text),
  }),
})

const orderWith = (given: Check) =>
  fields<Omit<Order, 'kind' | 'params'> & { params: unknown }>({
    orderId: text,
    params: given,
    status: word('ordered confirmed failed cancelled'),
    orderedAt: instant,
    claimed: flag,
  })

export const order = () =>
  variants<Order, 'kind'>(
    'kind',
    Object.fromEntries(
      Object.entries<Check>(params()).map(([kind, given]) => [kind, orderWith(given)]),
    ) as Record<OrderKind, Check>,
  )

const deadlineFields = () =>
  fields<Deadline>({
    id: text,
    name: oneOf(clockNames),
    ref: nullable(text),
    due: end,
    rule: clockRule(),
    calendar: fields<Deadline['calendar']>({ id: text, version: text, known: flag }),
    startedAt: instant,
    status: word('running paused fired cancelled'),
    // milliseconds, at most three thousand years of them
    remaining: nullable(upTo(1e14)),
    enables: list(oneOf(eventTypes)),
  })

/** Is it short enough to be counted day by day when it is paused, and when it goes on? */
const countable = ({ rule, status, remaining, startedAt, due }: Deadline): boolean =>
  rule.unit !== 'workingDays' ||
  status === 'fired' ||
  status === 'cancelled' ||
  ((remaining ?? 0) <= longest && Date.parse(due) - Date.parse(startedAt) < longest * 1.5 * 86_400_000)

export const deadline = (): Kind<Deadline> => {
  const whole = deadlineFields()
  return (value) => whole(value) ?? (countable(value as Deadline) ? undefined : '')
}

/** It came through the door whole, and is compared word for word with what the second person sends. No event says `null`. */
const act = (): Kind<ProposedAct['act']> => {
  const said = ledger<unknown>((value) => (value === null ? '' : undefined))
  const named = fields({ type: oneOf(eventTypes) })
  return (value) => said(value) ?? named(value)
}

export const proposedAct = () => fields<ProposedAct>({ act: act(), by: text, at: instant })
