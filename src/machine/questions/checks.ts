import { type Blocker, blocker } from '../../domain/index.ts'
import type { TerminalLifecycleMachine } from '../chart/machine.ts'
import { chargeOpen } from '../facts/charges.ts'
import { backedUp, isErased } from '../facts/data.ts'
import { freeDeposit } from '../facts/deposits.ts'
import { boundDevices } from '../facts/devices.ts'
import { effectiveHolds, holdsOwingTest, testOwed } from '../facts/holds.ts'
import { isOurs, items } from '../facts/kit.ts'
import { askable } from '../rules/applications.ts'
import type { Asking, Check } from '../shape/answers.ts'
import type { Application } from '../shape/applications.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { LifecycleRecord } from '../shape/record.ts'
import { clearing, clearingLater } from './clearing.ts'
import { askAs, blockersIn, handledEvents } from './explain.ts'
import { checkAsked } from './given.ts'
import { obstacles } from './obstacles.ts'
import { papersShown, wantedPapers } from './papers.ts'
import { viewBlockers, viewRecord } from './viewing.ts'

const balancesOf = (context: LifecycleContext): Check['balances'] => {
  const { currency } = context.identity
  const total = (amounts: readonly number[]) => ({
    amount: amounts.reduce((sum, amount) => sum + amount, 0),
    currency,
  })
  const { unsettled } = context.status
  return {
    unsettled: unsettled === null ? null : { amount: unsettled, currency },
    charges: total(items(context.charges).map((charge) => chargeOpen(context, charge))),
    deposits: total(items(context.deposits).map((deposit) => freeDeposit(context, deposit))),
    disputes: total(
      items(context.disputes).flatMap(({ status, amount }) =>
        status === 'open' && isOurs(context, amount) ? [amount.amount] : [],
      ),
    ),
  }
}

const laterForService = (context: LifecycleContext): readonly Blocker[] => [
  ...effectiveHolds(context, 'sale')
    .filter(({ release }) => release !== 'application')
    .map(({ holdId }) => blocker('HOLD_EFFECTIVE', holdId)),
  ...[...effectiveHolds(context, 'sale'), ...holdsOwingTest(context)]
    .filter(({ test }) => test !== 'none')
    .map((hold) => blocker('TEST_INCOMPLETE', hold.holdId, testOwed(context, hold))),
]

/** What a paper can put right. */
const isOfPapers = ({ code }: Blocker): boolean =>
  code === 'DOCUMENTS_INCOMPLETE' ||
  code === 'DOCUMENT_EXPIRED' ||
  code === 'FACT_MISSING' ||
  code === 'EVIDENCE_UNSUITABLE'

/** What an application of today would be for, where the record knows it. */
const askedWith = (context: LifecycleContext, kind: Application['kind'], at: string) => {
  const holdIds = kind === 'reinstatement' ? askable(context, at) : []
  return { kind, holdIds, reasons: holdIds.flatMap((id) => context.holds[id]?.code ?? []), at }
}

const checkWith =
  (kind: Application['kind'], ahead: (context: LifecycleContext) => readonly Blocker[]) =>
  (machine: TerminalLifecycleMachine) =>
  (record: LifecycleRecord, asking: Asking): Check => {
    checkAsked(record, asking, 'object')
    const { context } = record
    const { actor, at, viewer = actor.role } = asking
    const event = askAs(asking, { type: `${kind}.requested` })
    const blockers = blockersIn(handledEvents(machine, record), record, event)
    const shown = viewRecord(record, viewer).context
    const papers = papersShown(wantedPapers(context, askedWith(context, kind, at)), shown)
    const lacksPapers = papers.length > 0 || blockers.length > 0
    return {
      possible: !blockers.every(isOfPapers) ? 'no' : lacksPapers ? 'withPapers' : 'now',
      papers,
      blockers: viewBlockers(context, blockers.map(clearing(record, at, event)), viewer),
      later: viewBlockers(context, ahead(context).map(clearingLater(record, at)), viewer),
      balances: balancesOf(context),
    }
  }

/** Everything that stands in the way of closing this terminal, before anything is submitted. */
export const checkClosureWith = checkWith('closure', obstacles)

/** The same for coming back into service. */
export const checkReinstatementWith = checkWith('reinstatement', laterForService)

/** A pause asked for says whether there is a copy of the data: what a copy still lacks stands in nobody's way. */
const copiesLacking = (context: LifecycleContext): readonly Blocker[] =>
  boundDevices(context).flatMap((device) => (isErased(device) ? [] : backedUp(device)))

/** The same for a rest that the merchant asks for. Nothing that is owed stands in the way of one. */
export const checkSuspensionWith = checkWith('suspension', copiesLacking)
