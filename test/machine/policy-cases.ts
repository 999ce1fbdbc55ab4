import { defaultDuties, type LifecyclePolicy } from '../../src/domain/index.ts'
import { checkClosure, checkReinstatement, checkSuspension } from '../../src/machine/index.ts'
import { placed, rejected } from '../blockers/acts.ts'
import {
  approved,
  backedUp,
  clearingParts,
  confirmed,
  drained,
  erased,
  keysRemoved,
  orderOf,
  run,
  saleOff,
} from '../support/closure.ts'
import { m1, onlyAs, p1, p2, p3, sys } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  statusRead,
  suspensionRequested,
} from '../support/samples.ts'

import {
  asksFor,
  damaged,
  hears,
  held,
  isRequired,
  lacks,
  no,
  ordered,
  pause,
  proposed,
  raised,
  survey,
  wants,
  yes,
} from './policy-questions.ts'

export type { PolicyCase } from './policy-questions.ts'

import type { PolicyCase } from './policy-questions.ts'

export const policyCases: Readonly<Record<Exclude<keyof LifecyclePolicy, 'clocks'>, readonly PolicyCase[]>> =
  {
    verifyAttempts: [
      {
        other: { verifyAttempts: 1 },
        ask: async (world) => {
          await run(world, approved, ...clearingParts, confirmed)
          await world.tell(sys, statusRead('off', world.at(), 'active'))
          return ordered(world, 'closure_not_effective')
        },
        answers: yes,
      },
    ],
    urgentBases: [
      {
        other: { urgentBases: [] },
        ask: async (world) => {
          await proposed(world)
          return hears(world, 'NOTICE_RUNNING', p2, { type: 'closure.imposed', proposalId: 'x' })
        },
        answers: yes,
      },
    ],
    appealAllowed: [
      {
        other: { appealAllowed: true },
        ask: async (world) => {
          await proposed(world)
          const grounds = 'it was not us'
          return hears(world, 'APPEAL_NOT_ALLOWED', m1, {
            type: 'closure.appealed',
            proposalId: 'x',
            grounds,
          })
        },
        answers: no,
      },
    ],
    setOffAllowed: [
      {
        other: { setOffAllowed: false },
        ask: async (world) => {
          await run(world, approved)
          await raised(world)
          const taken = { depositId: 'deposit-1', chargeId: 'c', amount: cny(900) }
          return hears(world, 'NOT_TRANSFERABLE', p3, { type: 'deposit.deducted', ...taken })
        },
        answers: yes,
      },
    ],
    carryOverKinds: [
      {
        other: { carryOverKinds: ['charge'] },
        ask: async (world) => {
          await run(world, approved)
          return hears(world, 'NOT_TRANSFERABLE', p1, {
            type: 'obligation.carriedOver',
            obligationId: 'o',
            kind: 'deposit',
            ref: 'deposit-1',
            amount: cny(200_000),
            owner: 'acquirer-1',
            basis: 'agreed',
            reviewAt: '2026-12-01T00:00:00+08:00',
          })
        },
        answers: yes,
      },
    ],
    unbindRequires: [
      {
        other: { unbindRequires: 'received' },
        ask: async (world) => {
          await run(world, approved, saleOff, drained, backedUp, erased, keysRemoved)
          return hears(world, 'DEVICE_NOT_RECEIVED', p1, {
            type: 'unbinding.ordered',
            serial,
            registryRef: 'r',
          })
        },
        answers: yes,
      },
    ],
    systemMayPlace: [
      {
        other: { systemMayPlace: ['HARDWARE_FAULT'] },
        ask: (world) => hears(world, 'REASON_NOT_TECHNICAL', sys, placed('h', 'NETWORK_FAULT')),
        answers: yes,
      },
    ],
    feeTables: [
      {
        other: { feeTables: [{ version: 'ours', from: '2026-01-01' }] },
        ask: (world) =>
          hears(world, 'FEE_TABLE_NOT_IN_FORCE', p1, {
            type: 'charge.raised',
            chargeId: 'c',
            kind: 'rental',
            amount: cny(900),
            feeTableVersion: 'standard',
          }),
        answers: yes,
      },
    ],
    extraPapers: [
      { other: { extraPapers: { suspension: { '*': survey } } }, ask: pause, answers: yes },
      { other: { extraPapers: { suspension: { MERCHANT_REQUEST: survey } } }, ask: pause, answers: yes },
      {
        other: { extraPapers: { suspension: { SYSTEM_MAINTENANCE: survey } } },
        ask: pause,
        answers: [false, false],
      },
      {
        other: { extraPapers: { closure: { NO_LONGER_NEEDED: survey } } },
        ask: lacks(closureRequested({ reason: 'NO_LONGER_NEEDED' })),
        answers: yes,
      },
      {
        other: { extraPapers: { reinstatement: { LICENCE_EXPIRED: survey } } },
        input: held,
        ask: lacks(reinstatementRequested({ own: 'LICENCE_EXPIRED' })),
        answers: yes,
      },
      {
        other: { extraPapers: { suspension: { '*': survey } } },
        ask: asksFor(checkSuspension),
        answers: [['suspension_request'], ['suspension_request', 'satisfaction_survey']],
      },
      {
        other: { extraPapers: { reinstatement: { LICENCE_EXPIRED: survey } } },
        input: held,
        ask: isRequired,
        answers: yes,
      },
      {
        other: { extraPapers: { reinstatement: { LICENCE_EXPIRED: survey } } },
        input: held,
        ask: wants(checkReinstatement),
        answers: yes,
      },
      { other: { extraPapers: { closure: { '*': survey } } }, ask: wants(checkClosure), answers: yes },
    ],
    filingRequired: [
      { other: { filingRequired: true }, ask: pause, answers: yes },
      {
        other: { filingRequired: true },
        ask: asksFor(checkSuspension),
        answers: [['suspension_request'], ['suspension_request', 'regulatory_filing']],
      },
    ],
    noticeBeforeResuming: [
      {
        other: { noticeBeforeResuming: true },
        ask: async (world) => {
          await world.tell(p1, placed('h', 'SOFTWARE_FAULT', { side: 'platform' }))
          await world.tell(sys, statusRead('off', world.at()))
          await world.tell(p1, { type: 'hold.lifted', holdId: 'h' })
          return ordered(world, 'enableAcceptance')
        },
        answers: no,
      },
    ],
    maxResubmissions: [
      {
        other: { maxResubmissions: 0 },
        ask: async (world) => {
          await world.tell(m1, suspensionRequested())
          await world.tell(p2, rejected('application-1'))
          return hears(world, 'NOT_RESUBMITTABLE', m1, {
            type: 'application.supplemented',
            applicationId: 'application-1',
            documents: [paper('waiver')],
            digest: digestOf('again'),
          })
        },
        answers: yes,
      },
    ],
    repairLiability: [
      { other: { repairLiability: 'provider' }, ask: damaged('human'), answers: yes },
      { other: { repairLiability: 'merchant' }, ask: damaged('nonHuman'), answers: no },
    ],
    duties: [
      {
        other: { duties: 'any' },
        ask: async (world) => {
          await world.tell(m1, closureRequested())
          const approval = reviewApproved('application-1', ['business_licence'])
          return hears(world, 'DUTY_REQUIRED', onlyAs(p2, 'warehouse'), approval)
        },
        answers: no,
      },
      {
        other: { duties: { ...defaultDuties, 'charge.raised': ['manager'] } },
        ask: (world) =>
          hears(world, 'DUTY_REQUIRED', onlyAs(p1, 'settlement'), {
            type: 'charge.raised',
            chargeId: 'c',
            kind: 'rental',
            amount: cny(900),
            feeTableVersion: 'standard',
          }),
        answers: yes,
      },
    ],
    repeatWindow: [
      {
        other: { repeatWindow: { amount: 30, unit: 'days' } },
        ask: async (world) => {
          await world.tell(p1, placed('h', 'RULE_VIOLATION'))
          const orderId = await orderOf(world, 'disableAcceptance')
          await world.tell(sys, { type: 'order.confirmed', orderId })
          await world.pass(20)
          await world.tell(sys, statusRead('off', world.at()))
          return JSON.stringify((await world.context()).told).includes('"order.confirmed:')
        },
        answers: yes,
      },
    ],
    mayReportDisputes: [
      {
        other: { mayReportDisputes: ['system'] },
        ask: (world) =>
          hears(world, 'ROLE_NOT_ALLOWED', p1, {
            type: 'dispute.opened',
            caseId: 'd',
            amount: cny(100),
          } as never),
        answers: yes,
      },
    ],
    mayHide: [
      {
        other: { mayHide: [] },
        ask: (world) =>
          hears(world, 'ROLE_NOT_ALLOWED', p1, placed('h', 'RULE_VIOLATION', { disclosure: 'hidden' })),
        answers: yes,
      },
    ],
    mayHoldMoney: [
      {
        other: { mayHoldMoney: ['system'] },
        ask: (world) =>
          hears(world, 'ROLE_NOT_ALLOWED', p1, placed('h', 'RULE_VIOLATION', { caps: ['payout'] })),
        answers: yes,
      },
    ],
  }
