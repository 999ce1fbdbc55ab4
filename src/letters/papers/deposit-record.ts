import { type Instant, textOf } from '../../domain/index.ts'
import type { Deposit } from '../../machine/index.ts'
import { depositSums } from '../deposit-sums.ts'
import type { Deduction, DepositRecordFacts } from '../facts.ts'
import { newestOfMoney } from '../money-entries.ts'
import { movementsOf, movementTable } from '../movements.ts'
import type { Paper } from '../paper.ts'
import type { Story } from '../story.ts'
import { moneyIn } from '../sums.ts'
import type { Voice } from '../voice.ts'

type Cause = NonNullable<Deduction['cause']>
const causes: readonly string[] = ['human', 'nonHuman', 'undetermined'] satisfies Cause[]

const deductionsOf = (story: Story, deposit: Deposit): readonly Deduction[] => {
  const { context } = story
  const money = moneyIn(context)
  const told = story.all('deposit.deducted').filter(({ event }) => event.depositId === deposit.depositId)
  return Object.entries(deposit.deductions).map(([chargeId, amount]) => {
    const { kind = 'other', ground = null } = context.charges[chargeId] ?? {}
    const device = ground === null ? undefined : context.devices[ground]
    const cause = kind === 'damage' ? device?.inspection?.damageCause : undefined
    return {
      at: told.findLast(({ event }) => event.chargeId === chargeId)?.at ?? null,
      chargeId,
      kind,
      amount: money(amount),
      serial: device?.serial ?? null,
      cause: cause && causes.includes(cause) ? (cause as Cause) : null,
    }
  })
}

/** When what is still held is due, or looked at again: its refund, the end of what a guarantee is kept for, what was agreed. */
const dueOf = ({ context }: Story, { depositId }: Deposit): Instant | null => {
  const { deadlines, carriedOver } = context
  const refund = deadlines[`depositDue:${depositId}`]
  if (refund?.status === 'running' || refund?.status === 'fired') return refund.due
  const tail = deadlines[`guaranteeTail:${depositId}`]
  if (tail?.status === 'running') return tail.due
  const agreed = Object.values(carriedOver).find(
    ({ kind, ref, discharged }) => kind === 'deposit' && ref === depositId && !discharged,
  )
  return agreed?.reviewAt ?? null
}

/** Who holds it, by its part; whoever else, by name. */
const holderOf = ({ context, opening }: Story, { heldBy }: Deposit): string => {
  if (heldBy === context.identity.acquirerId) return 'provider'
  const first = 'opened' in opening.cause ? opening.cause.opened.agent : undefined
  return heldBy === context.agent?.agentId || heldBy === first?.agentId ? 'serviceProvider' : heldBy
}

const groundOf = ({ kind, serial, cause }: Deduction, voice: Voice): string => {
  const { words, locale } = voice
  const about = [
    serial === null ? [] : words.device(serial),
    cause === null ? [] : textOf('damageCause', cause, locale),
  ].flat()
  return [voice.charge(kind), ...about].join(words.comma)
}

const holderText = ({ heldBy }: DepositRecordFacts, { locale }: Voice): string =>
  heldBy === 'provider' || heldBy === 'serviceProvider' ? textOf('role', heldBy, locale) : heldBy

const sumsOf = (facts: DepositRecordFacts, voice: Voice): readonly string[] => [
  voice.line('taken', voice.money(facts.taken)),
  voice.line('deducted', voice.money(facts.deducted)),
  voice.line('refunded', voice.money(facts.refunded)),
  ...(facts.carriedOver.amount === 0 ? [] : [voice.line('carriedOver', voice.money(facts.carriedOver))]),
  voice.line('held', voice.money(facts.held)),
  ...voice.maybe('dueBy', facts.due, voice.day),
]

/** A deposit from the day it was taken: what was deducted and why, what came back, what is still held. */
export const depositRecord: Paper<'deposit_record'> = {
  statements: (story) =>
    Object.values(story.context.deposits).map((deposit) => {
      const sums = depositSums(story, deposit)
      const facts = {
        ...sums,
        heldBy: holderOf(story, deposit),
        deductions: deductionsOf(story, deposit),
        refunds: movementsOf(story, deposit.refunds),
        due: sums.held.amount > 0 ? dueOf(story, deposit) : null,
      }
      return { about: deposit.depositId, basis: newestOfMoney(story) ?? story.opening, facts }
    }),
  subject: ({ kind }, { locale }) => textOf('deposit', kind, locale),
  sections: (facts, voice) => [
    ...voice.lines(
      'deposit',
      voice.line('reference', facts.depositId),
      voice.line('what', textOf('deposit', facts.kind, voice.locale)),
      voice.line('heldBy', holderText(facts, voice)),
      ...sumsOf(facts, voice),
    ),
    ...voice.table(
      'deductions',
      ['at', 'ground', 'amount'],
      facts.deductions.map((one) => [
        one.at === null ? '–' : voice.day(one.at),
        groundOf(one, voice),
        voice.money(one.amount),
      ]),
    ),
    ...movementTable('refunds', facts.refunds, voice),
  ],
}
