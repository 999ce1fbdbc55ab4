import { type Blocker, type BlockerCode, type EventType, eventTypes, profileOf } from '../../domain/index.ts'
import { all } from '../clearing/kit.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { acceptanceRules } from './acceptance.ts'
import { accountRules } from './account.ts'
import { actRules, secondPerson } from './acts.ts'
import { agentRules } from './agents.ts'
import { applicationRules } from './applications.ts'
import { bindingRules } from './binding.ts'
import { chargeRules } from './charges.ts'
import { clockRules } from './clocks.ts'
import { closingRules } from './closing.ts'
import { dataRules } from './data.ts'
import { depositRules } from './deposits.ts'
import { deviceTestRules } from './device-test.ts'
import { deviceRules } from './devices.ts'
import { disputeRules } from './disputes.ts'
import { currency, evidence, hidden, inherited, papers, sender, vouching } from './door.ts'
import { holdRules } from './holds.ts'
import { imposedRules } from './imposed.ts'
import { keyRules } from './keys.ts'
import type { Asked, Rule, Rules } from './kit.ts'
import { noteRules } from './notes.ts'
import { noticeRules } from './notices.ts'
import { obligationRules } from './obligations.ts'
import { orderRules } from './orders.ts'
import { paperRules } from './papers.ts'
import { partyRules } from './parties.ts'
import { isRepeat } from './repeats.ts'
import { requestRules } from './requests.ts'
import { room } from './room.ts'
import { settlementRules } from './settlement.ts'
import { transactionRules } from './transactions.ts'

const own: Rules<EventType> = {
  ...holdRules,
  ...applicationRules,
  ...imposedRules,
  ...closingRules,
  ...deviceTestRules,
  ...acceptanceRules,
  ...transactionRules,
  ...disputeRules,
  ...deviceRules,
  ...dataRules,
  ...keyRules,
  ...settlementRules,
  ...accountRules,
  ...chargeRules,
  ...depositRules,
  ...obligationRules,
  ...bindingRules,
  ...orderRules,
  ...actRules,
  ...requestRules,
  ...agentRules,
  ...partyRules,
  ...paperRules,
  ...noteRules,
  ...noticeRules,
  ...clockRules,
}

/** Sender, secrets and currency first, then repeats, what the event itself demands, its papers, the second person. */
const complete =
  <T extends EventType>(type: T): Rule<T> =>
  (context, event) => {
    const { kind, second } = profileOf(type)
    const door = all(
      sender(context, event),
      inherited(event),
      hidden(context, event),
      kind === 'request' && currency(context, event),
    )
    if (door.length > 0 || isRepeat(context, event)) return door
    // The compiler does not follow that the rule at this key is for events of this type.
    const rule = own[type] as unknown as Rule<T>
    const found = rule(context, event)
    const partner = second === 'proposal' && secondPerson(context, event)
    // a report is never refused: there the paper on file is kept, and the other one is an issue
    if (kind !== 'request') return all(found, partner)
    return all(
      found,
      papers(context, event),
      evidence(context, event),
      vouching(context, event),
      room(context, event),
      partner,
    )
  }

/**
 * One rule for each event, by the event's name: the chart's guards are made from them, and they can be asked directly.
 *
 * @example rules['erasure.authorised'](record.context, { type: 'erasure.authorised', by, at, serial })
 * // [{ code: 'DEVICE_NOT_DRAINED', owner: 'merchant', clearedBy: ['batch.uploaded', …], ref: '123-456-789' }]
 */
export const rules = Object.fromEntries(eventTypes.map((type) => [type, complete(type)])) as unknown as {
  readonly [T in EventType]: Rule<T>
}

/** What any event may be refused for: who sends it, what it names and brings, room for it, the second person. */
const ofAnyEvent: ReadonlySet<BlockerCode> = new Set<BlockerCode>([
  ...(['ROLE_NOT_ALLOWED', 'DUTY_REQUIRED', 'MANDATE_MISSING', 'CURRENCY_MISMATCH'] as const),
  ...(['HOLD_UNKNOWN', 'REFERENCE_IN_USE', 'DOCUMENT_UNKNOWN', 'DOCUMENT_EXPIRED'] as const),
  ...(['EVIDENCE_UNSUITABLE', 'FACT_MISSING', 'FACTS_UNCHECKED'] as const),
  ...(['DOCUMENTS_FULL', 'FOLLOW_UPS_FULL', 'REQUESTS_FULL'] as const),
  ...(['SECOND_PERSON_REQUIRED', 'MAKER_IS_CHECKER'] as const),
])

/**
 * Might this be why the event is refused? What is said of this event alone is said by its own rule, which costs a part of all that
 * is asked of every event. False is certain.
 */
export const mayBeRefusedFor = (
  context: LifecycleContext,
  event: Asked<EventType>,
  { code, ref }: Pick<Blocker, 'code' | 'ref'>,
): boolean =>
  ofAnyEvent.has(code) ||
  (own[event.type] as unknown as Rule)(context, event).some(
    (found) => found.code === code && found.ref === ref,
  )

/** The rule of an event whose type is only known when it comes: rule and event are of one type, which no compiler can see. */
export const ruleFor = (type: EventType): Rule => rules[type] as unknown as Rule
