import { randomUUID } from 'node:crypto'
import { type Duty, defaultDuties, type OrderKind } from 'terminal-lifecycle/domain'
import type { Requirements } from 'terminal-lifecycle/machine'
import type { OrderState } from 'terminal-lifecycle/runtime'
import { type Html, html } from './html.ts'
import { joined, type Reader, say } from './reader.ts'
import { fill } from './words.ts'

/** The one act that helps: try the same order again, order it anew, or ask what became of it. */
export type Mend = 'revive' | 'repeat' | 'reconcile'

const movesMoney: ReadonlySet<OrderKind> = new Set(['payOut', 'refundDeposit'])

/**
 * What was parked keeps its key, so that trying it again does nothing twice. What failed for good is ordered anew. Of money whose
 * end nobody knows, and of anything else that is on its way, one asks first.
 */
export const mendOf = (
  { order, refused }: Pick<OrderState, 'order' | 'refused'>,
  late = false,
): Mend | undefined => {
  if (order.status === 'failed') return 'repeat'
  if (order.status !== 'ordered') return undefined
  if (order.parked) return 'revive'
  if (refused !== null || late) return 'reconcile'
  return undefined
}

/** Its result should have come by now: it is asked for as such, or by a requirement that names the order and is past due. */
export const isLate = ({ pastDue, currentlyDue }: Requirements, orderId: string): boolean =>
  pastDue.some(({ ref, data }) => ref === orderId || data?.orderId === orderId) ||
  currentlyDue.some(({ code, ref }) => code === 'RESULT_OVERDUE' && ref === orderId)

export const isMoney = (kind: OrderKind): boolean => movesMoney.has(kind)

const dutiesOf: Readonly<Record<Mend, readonly Duty[]>> = {
  revive: defaultDuties['order.revived'] ?? [],
  repeat: defaultDuties['order.repeated'] ?? [],
  reconcile: defaultDuties['order.revived'] ?? [],
}

export const mayMend = ({ person }: Reader, mend: Mend): boolean =>
  dutiesOf[mend].some((duty) => person.actor.duties.includes(duty))

interface About {
  readonly lifecycleId: string
  readonly orderId: string
  readonly mend: Mend
}

/** One button, named by its act; for whom it is not, it says for whom. */
export const mendForm = (reader: Reader, { lifecycleId, orderId, mend }: About): Html => {
  const { words } = reader
  const names = { revive: words.mendRevive, repeat: words.mendRepeat, reconcile: words.mendReconcile }
  const duties = dutiesOf[mend]
  if (!mayMend(reader, mend))
    return html`<button type="button" aria-disabled="true">${names[mend]}</button> <small>${fill(
      words.notYourDuty,
      {
        duties: joined(
          reader,
          duties.map((duty) => say(reader, 'duty', duty)),
        ),
      },
    )}</small>`
  return html`<form method="post" action="/console/t/${encodeURIComponent(lifecycleId)}/mend">
    <input type="hidden" name="orderId" value="${orderId}"><input type="hidden" name="mend" value="${mend}">
    <input type="hidden" name="commandId" value="${randomUUID()}">
    <button>${names[mend]}</button></form>`
}
