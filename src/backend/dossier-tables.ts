import type { DossierView, JournalItem, StateView } from '../contract/index.ts'
import {
  type DocumentType,
  documentTypes,
  type EventType,
  eventTypes,
  type Locale,
  type Texts,
  textFrom,
} from '../domain/index.ts'
import { type CsvCell, csvText } from '../schemas/index.ts'
import { type DossierTable, headersIn } from './dossier-headers.ts'

export type { DossierTable } from './dossier-headers.ts'

type Row = readonly CsvCell[]

/** `closed`, or `live.service.inService live.application.none`: every innermost state with the way to it. */
const stateText = (state: StateView | null, way = ''): string => {
  if (state === null) return ''
  if (typeof state === 'string') return `${way}${state}`
  const inner = Object.entries(state).flatMap(([name, value]) =>
    value === undefined ? [] : [stateText(value, `${way}${name}.`)],
  )
  return inner.join(' ')
}

const isEvent = (name: string): name is EventType => (eventTypes as readonly string[]).includes(name)
const isDocument = (name: string): name is DocumentType => (documentTypes as readonly string[]).includes(name)

const causeOf = ({ cause }: JournalItem): string => {
  if (cause.type !== undefined) return cause.type
  if (cause.timer !== undefined) return `timer ${cause.timer}`
  return 'opened' in cause ? 'opened' : 'migrated'
}

const journalRows = ({ journal }: DossierView, texts: Texts): readonly Row[] =>
  journal.items.map((item) => {
    const { seq, at, actor, from, to, commandId, orderIds, issues, prevHash, hash } = item
    const cause = causeOf(item)
    const name = isEvent(cause) ? textFrom(texts, 'event', cause) : cause
    return [
      ...[seq, at, actor.role, actor.personId, actor.organisationId, cause, name],
      ...[stateText(from), stateText(to), commandId, orderIds.join(' ')],
      ...[
        issues.map(({ code, ref }) => (ref === undefined ? code : `${code} ${ref}`)).join(' '),
        prevHash,
        hash,
      ],
    ]
  })

type Money = { readonly amount: number; readonly currency: string } | null | undefined

const moneyRow = (
  kind: string,
  ref: string,
  about: CsvCell,
  amount: Money,
  open: Money,
  status: CsvCell,
  at?: CsvCell,
): Row => [kind, ref, about, amount?.amount, open?.amount, amount?.currency ?? open?.currency, status, at]

/** One table for all that is money, each movement a line of its own. */
const moneyRows = ({ settlement, charges, deposits, disputes, obligations }: DossierView): readonly Row[] => {
  const { statement, open, payouts } = settlement
  return [
    ...(statement
      ? [
          moneyRow(
            'statement',
            statement.statementId,
            null,
            statement.net,
            open,
            statement.status,
            statement.upTo,
          ),
        ]
      : []),
    ...payouts.map((one) => moneyRow('payout', one.payoutId, one.orderId, one.amount, null, one.status)),
    ...charges.items.flatMap((charge) => [
      moneyRow(
        'charge',
        charge.chargeId,
        charge.kind,
        charge.amount,
        charge.open,
        charge.status,
        charge.objectionUntil,
      ),
      ...charge.payments.map((one) => moneyRow('payment', one.ref, charge.chargeId, one.amount, null, null)),
    ]),
    ...deposits.items.flatMap((deposit) => [
      moneyRow(
        'deposit',
        deposit.depositId,
        deposit.kind,
        deposit.amount,
        deposit.open,
        deposit.releaseRule,
        deposit.refundDue,
      ),
      ...deposit.refunds.map((one) =>
        moneyRow('refund', one.refundId, deposit.depositId, one.amount, null, one.status),
      ),
      ...deposit.deductions.map((one) =>
        moneyRow('deduction', one.ref, deposit.depositId, one.amount, null, null),
      ),
    ]),
    ...disputes.items.map((one) =>
      moneyRow('dispute', one.caseId, one.liability, one.amount, null, one.outcome ?? one.status, one.dueAt),
    ),
    ...obligations.items.map((one) =>
      moneyRow(
        'obligation',
        one.obligationId,
        one.owner,
        one.amount,
        null,
        one.discharged ? 'discharged' : 'open',
        one.reviewAt,
      ),
    ),
  ]
}

const deviceRows = ({ devices }: DossierView): readonly Row[] =>
  devices.items.map(({ backup, inspection, ...one }) => [
    ...[one.serial, one.model, one.role, one.owner, one.tenancy, one.custody, one.receivedAt],
    ...[inspection?.condition, one.drainedUpTo, backup?.upTo, backup?.verified],
    ...[one.erasure, one.keys, one.binding, one.registryRef],
  ])

const paperRows = ({ documents }: DossierView, texts: Texts): readonly Row[] =>
  documents.items.map(({ id, type, digest, state, for: about, supersedes, purgedAt }) => [
    ...[
      id,
      type,
      isDocument(type) ? textFrom(texts, 'document', type) : type,
      digest,
      state,
      about,
      supersedes,
    ],
    purgedAt,
  ])

/** The language of the headers, and what events and papers are called in it: `textsEn` or `textsZhCn` of `…/domain`. */
export interface TableWords {
  readonly locale: Locale
  readonly texts: Texts
}

/**
 * A dossier as tables for a spreadsheet, one text of CSV for each: RFC 4180, UTF-8 with a byte order mark, formulas disarmed. What is longer
 * than a page of the dossier is read to its end before.
 *
 * @example
 * const { journal, money, devices, papers } = dossierTables(dossier, { locale: 'zh-CN', texts: textsZhCn })
 */
export const dossierTables = (
  dossier: DossierView,
  { locale, texts }: TableWords,
): Readonly<Record<DossierTable, string>> => {
  const header = headersIn(locale)
  return {
    journal: csvText([header.journal, ...journalRows(dossier, texts)]),
    money: csvText([header.money, ...moneyRows(dossier)]),
    devices: csvText([header.devices, ...deviceRows(dossier)]),
    papers: csvText([header.papers, ...paperRows(dossier, texts)]),
  }
}
