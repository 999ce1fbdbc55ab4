import type { Actor, Instant } from 'terminal-lifecycle/domain'
import type { Requirement } from 'terminal-lifecycle/machine'
import type { OrderState, Runtime, WorkItem } from 'terminal-lifecycle/runtime'
import { type Order, versionOfOrder } from 'terminal-lifecycle/schemas'
import { addressOfCase } from './case.ts'
import { type Html, html } from './html.ts'
import { isLate, isMoney, mendForm, mendOf } from './mending.ts'
import { joined, moment, type Reader, say } from './reader.ts'
import { failureCodes } from './work-filter.ts'

/** An order that somebody has to look at, with what waits for it. */
export interface FailedOrder {
  readonly lifecycleId: string
  readonly terminalId: string
  readonly merchantName: string
  readonly code: string
  readonly state: OrderState
  /** Why it failed, as the systems said it. */
  readonly why: string | undefined
  /** What cannot end before it, as codes. */
  readonly blocks: readonly string[]
}

const blockedBy = (requirements: readonly Requirement[], orderId: string): readonly string[] => [
  ...new Set(
    requirements.flatMap(({ code, ref }) =>
      ref === orderId || (failureCodes as readonly string[]).includes(code) || code === 'CLOCK_RUN_OUT'
        ? []
        : [code],
    ),
  ),
]

/** What each kind of order holds up, beside what names it. */
const heldUp: Readonly<Record<string, readonly string[]>> = {
  disableAcceptance: ['ACCEPTANCE_NOT_DISABLED'],
  enableAcceptance: ['ACCEPTANCE_NOT_ENABLED'],
  readStatus: ['ACCEPTANCE_NOT_DISABLED', 'STATUS_UNKNOWN'],
  uploadBatch: ['DEVICE_NOT_DRAINED'],
  readBackup: ['BACKUP_MISSING', 'BACKUP_UNVERIFIED'],
  eraseDevice: ['ERASURE_NOT_COMPLETED'],
  revokeKeys: ['KEYS_NOT_REMOVED'],
  requestStatement: ['NO_STATEMENT', 'STATEMENT_STALE'],
  payOut: ['PAYOUT_PENDING', 'OUTSTANDING_BALANCE'],
  refundDeposit: ['REFUND_PENDING', 'DEPOSIT_NOT_REFUNDED'],
  unbind: ['UNBINDING_PENDING', 'DEVICE_STILL_BOUND'],
  collectDevice: ['DEVICE_NOT_RETURNED'],
}

/** Money and bindings whose result is overdue are told under a name of their own, without naming the order. */
const pendingKinds = {
  PAYOUT_PENDING: 'payOut',
  REFUND_PENDING: 'refundDeposit',
  UNBINDING_PENDING: 'unbind',
} as const
const isPendingCode = (code: string): code is keyof typeof pendingKinds => Object.hasOwn(pendingKinds, code)

/** What went wrong and what is overdue, of all lives, due first. */
export const failedWork = async (
  runtime: Pick<Runtime, 'work'>,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<readonly WorkItem[]> => {
  const codes = Object.keys(pendingKinds) as (keyof typeof pendingKinds)[]
  const [failed, late] = await Promise.all([
    runtime.work({ code: [...failureCodes], limit: 100 }, { actor }),
    runtime.work({ code: codes, dueBefore: now, limit: 100 }, { actor }),
  ])
  return [...failed.items, ...late.items]
}

/** What came of an order was told after it was given. */
const whyOf = async (
  runtime: Pick<Runtime, 'journal'>,
  { lifecycleId, actor, order }: { lifecycleId: string; actor: Actor; order: Order },
): Promise<string | undefined> => {
  let why: string | undefined
  const { orderId } = order
  const after = versionOfOrder(order) - 1
  for await (const { cause } of runtime.journal(lifecycleId, { actor, after })) {
    if (!('type' in cause) || !('orderId' in cause) || cause.orderId !== orderId) continue
    if ('reason' in cause && typeof cause.reason === 'string') why = cause.reason
    else if (cause.type === 'order.failed') why = cause.code
  }
  return why
}

/** The same with its orders, and what waits for each. */
export const findFailed = async (
  runtime: Pick<Runtime, 'work' | 'overview' | 'orders' | 'journal'>,
  asking: { readonly actor: Actor; readonly now: Instant },
): Promise<readonly FailedOrder[]> => {
  const { actor } = asking
  const found = await Promise.all(
    (await failedWork(runtime, asking)).map(async ({ lifecycleId, ref, terminalId, code }) => {
      const overview = await runtime.overview(lifecycleId, { actor })
      const orders = (await runtime.orders(lifecycleId, { actor })) ?? []
      if (!overview) return []
      const { record, requirements } = overview
      const states = orders.filter(({ order }) =>
        isPendingCode(code)
          ? order.kind === pendingKinds[code] && isLate(requirements, order.orderId)
          : order.orderId === ref,
      )
      const wanted = [
        ...requirements.pastDue,
        ...requirements.currentlyDue,
        ...requirements.pendingVerification,
      ]
      const { merchantName } = record.context.identity
      const failed = async (state: OrderState): Promise<FailedOrder> => ({
        ...{ lifecycleId, terminalId, merchantName, state },
        why: await whyOf(runtime, { lifecycleId, actor, order: state.order }),
        code: isPendingCode(code) ? 'RESULT_OVERDUE' : code,
        blocks: blockedBy(wanted, state.order.orderId).filter((blocked) =>
          heldUp[state.order.kind]?.includes(blocked),
        ),
      })
      return Promise.all(states.map(failed))
    }),
  )
  return found.flat()
}

const firstSentence = (text: string): string => text.split(/[.。]/)[0] ?? text

const row = (
  reader: Reader,
  { lifecycleId, terminalId, merchantName, code, state, blocks, why }: FailedOrder,
): Html => {
  const { words } = reader
  const { order, attempts, lastErrorCode, refused } = state
  const mend = mendOf(state, code === 'RESULT_OVERDUE')
  const last = order.parked?.code ?? lastErrorCode ?? refused?.codes.join(' ') ?? why ?? ''
  const tries = order.parked?.attempts ?? attempts
  const next = { revive: words.whenRevived, repeat: words.whenRepeated, reconcile: words.byItself }
  return html`<tr data-key="${`${lifecycleId}|${order.orderId}`}">
    <td data-label="${words.order}"><a href="${addressOfCase(lifecycleId)}">${say(reader, 'order', order.kind)}</a><br><span class="status ${code === 'RESULT_OVERDUE' ? 'todo' : 'stopped'}">${firstSentence(say(reader, 'blocker', code))}</span></td>
    <td data-label="${words.terminal}">${terminalId} · ${merchantName}</td>
    <td data-label="${words.since}"><time datetime="${order.orderedAt}">${moment(reader, order.parked?.at ?? order.orderedAt)}</time></td>
    <td data-label="${words.attempts}">${tries > 0 ? tries : words.noAttempts}${last ? html`<br><span>${codeInWords(reader, last)}</span>` : ''}</td>
    <td data-label="${words.nextTry}">${mend ? next[mend] : ''}</td>
    <td data-label="${words.blocks}">${
      blocks.length === 0
        ? words.blocksNothing
        : joined(
            reader,
            blocks.map((blocked) => firstSentence(say(reader, 'blocker', blocked))),
          )
    }</td>
    <td>${mend ? mendForm(reader, { lifecycleId, orderId: order.orderId, mend }) : ''}${mend === 'reconcile' && isMoney(order.kind) ? html`<br><small>${words.moneyUnknown}</small>` : ''}</td>
  </tr>`
}

/** A code of a refusal, a blocker or an error, whichever it is; as it stands where it is the system's own. */
const codeInWords = (reader: Reader, code: string): Html => {
  if (code === 'PENDING') return html`${reader.words.lastCodePending}`
  const kinds = ['error', 'refusal', 'problem', 'blocker'] as const
  const said = kinds.map((kind) => say(reader, kind, code)).find((text) => text !== code)
  return said
    ? html`${firstSentence(said)} <small class="mono">${code}</small>`
    : html`<span class="mono">${code}</span>`
}

/** Each with the one act that mends it. */
export const failedPage = (reader: Reader, failed: readonly FailedOrder[]): Html => {
  const { words } = reader
  if (failed.length === 0)
    return html`<h1>${words.failedTitle}</h1><h2>${words.noFailed}</h2><p>${words.noFailedHint}</p>`
  return html`<h1>${words.failedTitle}</h1>
<p class="news" id="news" data-words="${words.newRows}" hidden><a href="/console/failed"></a></p>
<table class="rows list" id="rows">
  <caption class="hidden-text">${words.failedTitle}</caption>
  <thead><tr><th scope="col">${words.order}</th><th scope="col">${words.terminal}</th><th scope="col">${words.since}</th><th scope="col">${words.attempts}</th><th scope="col">${words.nextTry}</th><th scope="col">${words.blocks}</th><th scope="col">${words.act}</th></tr></thead>
  <tbody>${failed.map((one) => row(reader, one))}</tbody>
</table>`
}
