import {
  audiences,
  capabilityNames,
  departments,
  type Instant,
  noticeTemplates,
  payoutMethods,
  ticketTopics,
} from '../../domain/index.ts'
import type { Order, OrderKind, OrderParams, ParkedOrder } from '../../schemas/index.ts'
import {
  type Check,
  fields,
  flag,
  instant,
  type Kind,
  list,
  natural,
  nullable,
  oneOf,
  optional,
  text,
  variants,
  word,
} from './kinds.ts'
import { anyOf } from './kit.ts'

const capabilities = () => list(oneOf(capabilityNames))
const route = { method: oneOf(payoutMethods), accountToken: nullable(text) }

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
  payOut: fields({ payoutId: text, amount: natural, ...route }),
  refundDeposit: fields({ depositId: text, refundId: text, amount: natural, ...route }),
  unbind: fields({ serial: text, registryRef: text }),
  confirmClosure: fields({ attempt: natural }),
  notify: fields({
    audience: oneOf(audiences),
    template: oneOf(noticeTemplates),
    phase: word('before at after'),
    ref: nullable(text),
    disclosure: word('open hidden'),
    reply: nullable(
      fields<NonNullable<OrderParams['notify']['reply']>>({ channel: anyOf(), documentId: text }),
    ),
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
    version: optional(natural),
    parked: optional(fields<ParkedOrder>({ code: text, attempts: natural, at: instant })),
  })

/** A service answered, and the record refused what it said: somebody has to look. */
export interface RefusedAnswer {
  orderId: string
  codes: readonly string[]
  at: Instant
}

export const refusedAnswer = () => fields<RefusedAnswer>({ orderId: text, codes: list(text), at: instant })

export const order = () =>
  variants<Order, 'kind'>(
    'kind',
    Object.fromEntries(
      Object.entries<Check>(params()).map(([kind, given]) => [kind, orderWith(given)]),
    ) as Record<OrderKind, Check>,
  )
