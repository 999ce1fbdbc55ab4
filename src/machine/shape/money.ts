import { closureReasons, obligationKinds } from '../../domain/index.ts'
import type {
  CarriedOver,
  Charge,
  Closing,
  Deposit,
  Dispute,
  LifecycleContext,
  Transfer,
} from '../context.ts'
import { money } from './common.ts'
import {
  fields,
  flag,
  instant,
  integer,
  type Kind,
  ledger,
  list,
  natural,
  nullable,
  oneOf,
  optional,
  text,
  word,
} from './kinds.ts'

export const transfers = () =>
  ledger(
    fields<Transfer>({
      amount: natural,
      excess: natural,
      status: word('ordered confirmed failed cancelled returned'),
      reference: text,
    }),
  )

export const deposit = () =>
  fields<Deposit>({
    depositId: text,
    kind: word('guarantee device_pledge'),
    amount: money(),
    heldBy: text,
    releaseRule: word('custody guaranteeTail'),
    refunds: transfers(),
    deductions: ledger(natural),
    carriedOver: natural,
  })

export const charge = () =>
  fields<Charge>({
    chargeId: text,
    kind: text,
    amount: money(),
    payments: ledger(natural),
    carriedOver: natural,
    status: word('raised disputed determined'),
    feeTableVersion: text,
    raisedBy: text,
  })

export const dispute = () =>
  fields<Dispute>({
    caseId: text,
    amount: money(),
    dueAt: instant,
    status: word('open closed'),
    liability: nullable(word('merchant provider')),
    outcome: optional(word('won lost withdrawn')),
    carriedOver: flag,
  })

export const closing = () =>
  fields<Closing>({
    reason: oneOf(closureReasons),
    startedAt: instant,
    attempt: natural,
    confirmedAt: nullable(instant),
    closedAt: nullable(instant),
    closedSeq: nullable(natural),
    offReadAt: nullable(instant),
    statement: nullable(
      fields<NonNullable<Closing['statement']>>({
        statementId: text,
        upTo: instant,
        net: integer,
        status: word('stated confirmed disputed deemed'),
        stale: flag,
        charged: optional(natural),
        passedOn: optional(flag),
      }),
    ),
    settlementCarriedOver: natural,
  })

export const payoutAccount = () =>
  fields<NonNullable<LifecycleContext['payoutAccount']>>({
    token: text,
    name: text,
    enteredBy: text,
    verifiedBy: nullable(text),
    changedAt: instant,
  })

export const carriedOver = () =>
  fields<CarriedOver>({
    obligationId: text,
    kind: oneOf(obligationKinds),
    ref: text,
    amount: money(),
    owner: text,
    basis: text,
    reviewAt: instant,
    by: list(text) as Kind<unknown> as Kind<CarriedOver['by']>,
    discharged: flag,
  })
