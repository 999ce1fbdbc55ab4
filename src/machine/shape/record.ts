import { blockerCodes, closureReasons, eventTypes, type Issue, merchantTypes } from '../../domain/index.ts'
import type { Identity, LifecycleContext, Proposal, TailItem } from '../context.ts'
import type { LifecycleRecord } from '../record.ts'
import { documentRef } from './common.ts'
import { device } from './device.ts'
import {
  fields,
  flag,
  instant,
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
import { carriedOver, charge, closing, deposit, dispute, payoutAccount, transfers } from './money.ts'
import { policy } from './policy.ts'
import { application, hold, status, transaction } from './service.ts'
import { stateValue } from './state.ts'
import { deadline, order, proposedAct } from './work.ts'

const identity = () =>
  fields<Identity>({
    lifecycleId: text,
    acquirerId: text,
    merchantId: text,
    terminalId: text,
    merchantName: text,
    merchantType: oneOf(merchantTypes),
    currency: text,
  })

const proposal = () =>
  fields<Proposal>({
    proposalId: text,
    reason: oneOf(closureReasons),
    basis: text,
    proposedBy: text,
    imposedBy: nullable(text),
    appeal: word('none open dismissed'),
  })

const tailItem = () =>
  fields<TailItem>({
    eventSeq: natural,
    kind: oneOf(eventTypes),
    at: instant,
    ref: nullable(text),
    open: flag,
  })

const issue = () =>
  fields<Issue>({
    code: oneOf(blockerCodes),
    at: instant,
    eventSeq: natural,
    ref: optional(text),
    // for people to read, nothing is decided by it
    data: () => undefined,
  })

const context = () =>
  fields<LifecycleContext>({
    identity: identity(),
    policy: policy(),
    status: status(),
    disabledAt: nullable(instant),
    enabledAt: nullable(instant),
    lastTransactionAt: nullable(instant),
    holds: ledger(hold(), 'holdId'),
    devices: ledger(device(), 'serial'),
    deposits: ledger(deposit(), 'depositId'),
    charges: ledger(charge(), 'chargeId'),
    disputes: ledger(dispute(), 'caseId'),
    transactions: ledger(transaction(), 'ref'),
    orders: ledger(order(), 'orderId'),
    deadlines: ledger(deadline(), 'id'),
    documents: ledger(documentRef()),
    application: nullable(application()),
    proposal: nullable(proposal()),
    payouts: transfers(),
    credit: natural,
    proposedActs: ledger(proposedAct()),
    closing: nullable(closing()),
    payoutAccount: nullable(payoutAccount()),
    carriedOver: ledger(carriedOver(), 'obligationId'),
    representatives: ledger(
      fields<LifecycleContext['representatives'][string]>({
        personId: text,
        organisationId: text,
        mandateRef: text,
      }),
    ),
    unreachable: list(word('merchant serviceProvider')),
    tail: list(tailItem()),
    issues: list(issue()),
    followUps: ledger(fields<LifecycleContext['followUps'][string]>({ id: text, text, done: flag }), 'id'),
  })

const record = () =>
  fields<LifecycleRecord>({
    format: oneOf([1]),
    machineVersion: text,
    lifecycleId: text,
    version: natural,
    at: instant,
    value: stateValue,
    context: context(),
  })

let described: Kind<LifecycleRecord> | undefined

/**
 * JSON Pointer to the first thing that is not what a record has there; nothing: it is whole. The description is made when it
 * is first needed, so that a bundle which only steps leaves it out.
 */
export const damageIn = (stored: unknown): string | undefined => {
  described ??= record()
  return described(stored)
}
