import type { ChargeKind } from '../../domain/index.ts'
import { mayTellReason } from './holds.ts'
import type { Values } from './lines.ts'
import { itemOf, type Subject, type Teller } from './subject.ts'

/** The hold, the device, the money or the application that the clock belongs to. */
const itemText = (subject: Subject, ref: string | null): string | undefined => {
  const { context, holds, tongue } = subject
  if (ref === null) return context.application?.applicationId
  const hold = holds.find(({ holdId }) => holdId === ref)
  if (hold)
    return subject.notice.audience === 'merchant' || mayTellReason(subject, hold)
      ? tongue.name('suspensionReason', hold.code)
      : undefined
  if (itemOf(context.devices, ref)) return tongue.fill(tongue.words.phrases.device, { serial: ref })
  const deposit = itemOf(context.deposits, ref)
  if (deposit) return tongue.name('deposit', deposit.kind)
  const charge = itemOf(context.charges, ref)
  if (charge) return tongue.name('charge', charge.kind as ChargeKind)
  const carried = itemOf(context.carriedOver, ref)
  return carried && tongue.name('obligation', carried.kind)
}

const ofApplication = /^(reviewDue\.|informationDue$|resubmitUntil$)/

/** A clock of its own kind, when it ends or ended, what it is about and what follows. */
export const aboutClock: Teller = (subject) => {
  const { context, notice, tongue } = subject
  const deadline = itemOf(context.deadlines, notice.ref)
  if (deadline === undefined) return {}
  const { name, ref, due } = deadline
  const about = ref !== null || ofApplication.test(name) ? itemText(subject, ref) : undefined
  const words = tongue.words.clocks[name]
  const what = notice.template === 'deadline_near' ? (words?.near ?? words?.passed) : words?.passed
  const values: Values = {
    clock: tongue.name('clock', name),
    due: tongue.moment(due),
    ...(about !== undefined && { about: tongue.fill(tongue.words.phrases.about, { what: about }) }),
    ...(what !== undefined && { what }),
  }
  return { values }
}
