import type { Hold } from '../machine/index.ts'
import { filedIn } from './filed.ts'
import { type Entry, eventOf, type Story } from './story.ts'

/** What puts an end to the cause of a hold; a device that was off is tried after that. */
const clears = (story: Story, holdId: string): readonly Entry[] => {
  const named = story
    .all('hold.lifted', 'hold.remedyVerified')
    .flatMap(({ entry, event }) => (event.holdId === holdId ? [entry] : []))
  const approved = filedIn(story).flatMap(({ request, decision, entries }) => {
    const isOf = request?.process === 'reinstatement' && request.holdIds.includes(holdId)
    return isOf && decision === 'approved' ? entries.slice(-1) : []
  })
  return [...named, ...approved].sort((one, other) => one.seq - other.seq)
}

/** The entry with which a hold that is lifted today was lifted. */
export const liftedAt = (story: Story, { holdId, caps, test }: Hold): Entry | undefined => {
  const rescinded = story.all('hold.rescinded').find(({ event }) => event.holdId === holdId)
  if (rescinded) return rescinded.entry
  const cleared = clears(story, holdId)
  if (caps.includes('sale') && test !== 'none') {
    const [first] = cleared
    const tested = story.entries.find(
      (entry) => first && entry.seq > first.seq && eventOf(entry)?.type === 'test.passed',
    )
    if (tested) return tested
  }
  return cleared.at(-1)
}
