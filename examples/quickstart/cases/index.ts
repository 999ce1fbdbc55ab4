import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { people } from '../people.ts'
import { before } from '../steps/before.ts'
import { hostRead } from '../steps/clearing.ts'
import { damaged } from '../steps/damaged.ts'
import { dead } from '../steps/dead.ts'
import { damagePrice } from '../steps/device.ts'
import { imposed } from '../steps/imposed.ts'
import { steps as closureSteps } from '../steps/index.ts'
import { maintenance } from '../steps/maintenance.ts'
import { merchantOwned } from '../steps/merchant-owned.ts'
import { paused } from '../steps/paused.ts'
import { beforeReinstatement, reinstatement } from '../steps/reinstatement.ts'
import { silent } from '../steps/silent.ts'
import { stolen } from '../steps/stolen.ts'
import { newSerial, swapped } from '../steps/swapped.ts'
import { thirdParty } from '../steps/third-party.ts'
import { withdrawal } from '../steps/withdrawal.ts'
import { endOf, problemsOf } from '../verdict.ts'
import type { Case } from './case.ts'
import type { CaseName } from './names.ts'

/** Was the merchant told so? */
const wasTold = ({ orders }: LifecycleRecord['context'], template: string): boolean =>
  Object.values(orders).some((order) => order.kind === 'notify' && order.params.template === template)

/** Each with its steps, and with what must be true when they are done. */
export const cases: Readonly<Record<CaseName, Case>> = {
  closure: {
    name: 'closure',
    before,
    steps: closureSteps,
    check: { kind: 'closure', actor: people.merchant.actor },
    problemsOf,
  },
  reinstatement: {
    name: 'reinstatement',
    before: beforeReinstatement,
    steps: reinstatement,
    check: { kind: 'reinstatement', actor: people.noodles.actor },
    problemsOf: endOf('inService', ({ context }) => {
      const isLifted = Object.values(context.holds).map(({ status }) => status === 'lifted')
      return isLifted.join() === 'true,true' && Object.values(context.followUps).some(({ done }) => done)
    }),
  },
  imposed: {
    name: 'imposed',
    before: [],
    steps: imposed,
    problemsOf: endOf('closed', ({ context }) => {
      const { proposal } = context
      const isOvertaken = wasTold(context, 'application_ended')
      return isOvertaken && proposal?.imposedBy != null && proposal.imposedBy !== proposal.proposedBy
    }),
  },
  stolen: {
    name: 'stolen',
    before: [],
    steps: stolen,
    problemsOf: endOf('closed', ({ context }) =>
      Object.values(context.devices).every(
        ({ custody, keysRevokedAt }) => custody === 'lossAccepted' && keysRevokedAt !== null,
      ),
    ),
  },
  'merchant-owned': {
    name: 'merchant-owned',
    before: [hostRead],
    steps: merchantOwned,
    check: { kind: 'closure', actor: people.copies.actor },
    problemsOf: endOf('closed', ({ context }) =>
      Object.values(context.devices).every(
        ({ custody, erasure }) => custody === 'merchant' && erasure === 'verified',
      ),
    ),
  },
  withdrawal: {
    name: 'withdrawal',
    before: [],
    steps: withdrawal,
    // The clock that was called off leaves the record; the merchant was asked, and nothing waits for an answer any more.
    problemsOf: endOf(
      'inService',
      ({ context }) =>
        wasTold(context, 'information_requested') &&
        context.application === null &&
        context.deadlines.informationDue?.status !== 'running',
    ),
  },
  dead: {
    name: 'dead',
    before: [],
    steps: dead,
    check: { kind: 'closure', actor: people.hostel.actor },
    problemsOf: endOf(
      'closed',
      ({ context }) =>
        Object.values(context.devices).every(({ unreadable, keys }) => unreadable && keys === 'destroyed'),
      ['BATCH_MISMATCH'],
    ),
  },
  'third-party': {
    name: 'third-party',
    before: [hostRead],
    steps: thirdParty,
    check: { kind: 'closure', actor: people.flowers.actor },
    // Tickets leave the record once they are closed; the paper that says who was asked for help stays.
    problemsOf: endOf('closed', ({ context }) =>
      Object.values(context.documents).some(({ type }) => type === 'escalation'),
    ),
  },
  silent: {
    name: 'silent',
    before: [],
    steps: silent,
    problemsOf: endOf(
      'closed',
      ({ context }) =>
        context.unreachable.includes('merchant') && Object.keys(context.carriedOver).length === 1,
    ),
  },
  damaged: {
    name: 'damaged',
    before: [hostRead],
    steps: damaged,
    check: { kind: 'closure', actor: people.bakery.actor },
    // somebody who had not charged it decided, and not for all of it
    problemsOf: endOf('closed', ({ context }) =>
      Object.values(context.charges).some(
        ({ kind, status, amount }) =>
          kind === 'damage' && status === 'determined' && amount.amount < damagePrice,
      ),
    ),
  },
  paused: {
    name: 'paused',
    before: [hostRead],
    steps: paused,
    problemsOf: endOf('inService', ({ context }) => {
      const isOver = Object.values(context.holds).every(({ status }) => status === 'lifted')
      return isOver && wasTold(context, 'deadline_near')
    }),
  },
  swapped: {
    name: 'swapped',
    before: [],
    steps: swapped,
    // the new one sold before anybody had the old one back
    problemsOf: endOf('inService', ({ context }) => {
      const { [newSerial]: fresh, ...others } = context.devices
      const soldAt = fresh?.lastTransactionAt ?? null
      return Object.values(others).every(
        ({ receivedAt, batches, erasure, binding }) =>
          soldAt !== null &&
          receivedAt !== null &&
          Date.parse(soldAt) < Date.parse(receivedAt) &&
          batches.length === 1 &&
          erasure === 'verified' &&
          binding === 'unbound',
      )
    }),
  },
  maintenance: {
    name: 'maintenance',
    before: [],
    steps: maintenance,
    problemsOf: endOf('inService', ({ context }) => Object.keys(context.holds).length === 1),
  },
}
