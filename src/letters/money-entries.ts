import type { EventType } from '../domain/index.ts'
import { beginsClosing, type Entry, eventOf, type Story } from './story.ts'

/** Topics whose events move money, or say what is owed. */
const topics = ['settlement', 'payout', 'charge', 'deposit', 'refund', 'obligation', 'dispute']
const isMoney = (type: EventType): boolean =>
  topics.includes(type.split('.')[0] ?? '') || type === 'device.declaredUnreturned'

/** The clock that decides an argument about a damage nobody could explain. */
const isLapse = ({ cause }: Entry): boolean => 'timer' in cause && cause.timer.startsWith('assessmentDue')

/** The newest entry on which sums of money may rest. */
export const newestOfMoney = ({ entries }: Story): Entry | undefined =>
  entries.findLast((entry) => {
    const event = eventOf(entry)
    const isTurn = beginsClosing(entry) || (entry.to === 'closed' && entry.from !== 'closed')
    return isTurn || isLapse(entry) || (event !== undefined && isMoney(event.type))
  })
