import { type Locale, moneyText, textOf } from '../domain/index.ts'
import { type LifecycleRecord, openItems, type Transfer } from '../machine/index.ts'

/** What stands in a ledger and no requirement says: why something is asked for again, or of somebody else. */
export interface Standing {
  readonly what: keyof typeof en
  readonly ref: string
  readonly text: string
}

type Say = (ref: string, more: string) => string

const en = {
  payoutReturned: (ref, amount) => `Payout ${ref} of ${amount} came back from the bank and is owed again.`,
  payoutFailed: (ref, amount) => `Payout ${ref} of ${amount} did not go out and is still owed.`,
  refundReturned: (ref, amount) => `Refund ${ref} of ${amount} came back from the bank and is owed again.`,
  refundFailed: (ref, amount) => `Refund ${ref} of ${amount} did not go out and is still owed.`,
  chargeDisputed: (ref, amount) => `Charge ${ref} of ${amount} is disputed and waits to be determined.`,
  carriedOver: (ref, amount) => `${ref} of ${amount} is carried over beyond the closure.`,
  deviceWiped: (serial) => `Device ${serial} was wiped without leave.`,
  deviceLost: (serial) => `Device ${serial} is given up as lost.`,
  journeyFault: (serial, fault) => `Device ${serial}: ${fault}`,
  unreachable: (_, party) => `Declared unreachable: ${party}.`,
} satisfies Readonly<Record<string, Say>>

const zhCn: Readonly<Record<keyof typeof en, Say>> = {
  payoutReturned: (ref, amount) => `付款 ${ref}（${amount}）被银行退回，须重新支付。`,
  payoutFailed: (ref, amount) => `付款 ${ref}（${amount}）未能付出，仍须支付。`,
  refundReturned: (ref, amount) => `退款 ${ref}（${amount}）被银行退回，须重新退还。`,
  refundFailed: (ref, amount) => `退款 ${ref}（${amount}）未能付出，仍须退还。`,
  chargeDisputed: (ref, amount) => `费用 ${ref}（${amount}）有异议，待核定。`,
  carriedOver: (ref, amount) => `${ref}（${amount}）结转至关闭之后。`,
  deviceWiped: (serial) => `设备 ${serial} 未经授权被擦除。`,
  deviceLost: (serial) => `设备 ${serial} 已按遗失处理。`,
  journeyFault: (serial, fault) => `设备 ${serial}：${fault}`,
  unreachable: (_, party) => `已认定无法联系：${party}。`,
}

type Found = readonly [what: keyof typeof en, ref: string, more?: string]

/** Money that went nowhere, as long as it is owed. */
const ofTransfers = (
  transfers: Readonly<Record<string, Transfer>>,
  kind: 'payout' | 'refund',
  text: (amount: number) => string,
): readonly Found[] =>
  Object.values(transfers).flatMap(({ status, reference, amount }): readonly Found[] => {
    if (status === 'returned') return [[`${kind}Returned`, reference, text(amount)]]
    return status === 'failed' ? [[`${kind}Failed`, reference, text(amount)]] : []
  })

const foundIn = (record: LifecycleRecord, locale: Locale): readonly Found[] => {
  const { identity, closing, payouts, deposits, charges, carriedOver, devices, unreachable } = record.context
  // afterwards it is somebody's task
  const isClosing = closing !== null && closing.closedAt === null
  const open = openItems(record)
  const money = (amount: number) => moneyText({ amount, currency: identity.currency })
  return [
    ...(open.settlement > 0 ? ofTransfers(payouts, 'payout', money) : []),
    ...Object.values(deposits).flatMap(({ depositId, refunds }) =>
      (open.deposits.get(depositId) ?? 0) > 0 ? ofTransfers(refunds, 'refund', money) : [],
    ),
    ...Object.values(charges).flatMap(({ chargeId, status }): readonly Found[] => {
      const amount = open.charges.get(chargeId) ?? 0
      return status === 'disputed' && amount > 0 ? [['chargeDisputed', chargeId, money(amount)]] : []
    }),
    ...Object.values(carriedOver).flatMap(({ ref, amount, discharged }): readonly Found[] =>
      discharged || !isClosing ? [] : [['carriedOver', ref, moneyText(amount)]],
    ),
    ...Object.values(devices).flatMap(({ serial, wiped, custody, journeyFaults }): readonly Found[] => [
      ...(wiped ? [['deviceWiped', serial] as const] : []),
      ...(custody === 'lossAccepted' ? [['deviceLost', serial] as const] : []),
      ...journeyFaults.map((code) => ['journeyFault', serial, textOf('blocker', code, locale)] as const),
    ]),
    ...unreachable.map((party) => ['unreachable', party, textOf('role', party, locale)] as const),
  ]
}

/** All of it, item by item, in the language of whoever reads it. */
export const standingOf = (record: LifecycleRecord, locale: Locale): readonly Standing[] => {
  const say: Readonly<Record<keyof typeof en, Say>> = locale === 'en' ? en : zhCn
  return foundIn(record, locale).map(([what, ref, more = '']) => ({ what, ref, text: say[what](ref, more) }))
}
