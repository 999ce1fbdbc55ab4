import type { Rest } from './rest.ts'

/** Statuses after which a sender comes again. */
const later: ReadonlySet<number> = new Set([401, 500, 503])

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])

/** What somebody was told for certain is so. */
export async function promisesHold({ world, office, promised, kept, messages, staff }: Rest): Promise<void> {
  const { answers, lives } = office.truth
  for (const { lifecycleId, key, told } of promised) {
    const answer = answers.get(`${lifecycleId} ${key}`)
    if (told === 'done' && !answer?.accepted) world.breaks('what was told as done is done', key)
    if (told === 'refused' && answer?.isInJournal && !staff.onTheWay.has(key))
      world.breaks('what was told as refused did not happen', key)
  }
  for (const { documentId, content } of kept) {
    const there = await office.documents.content(documentId).catch(() => new Uint8Array())
    if (!isSame(there, content)) world.breaks('a paper that was acknowledged is there, whole', documentId)
  }
  for (const { id, lifecycleId, status } of messages.told) {
    const names = [...(lives.get(lifecycleId)?.commandIds ?? [])].filter((name) => name.endsWith(`:${id}`))
    if (names.length > 1) world.breaks('a message acts once', id)
    // Where no answer came, or one that says "later", the sender does not know; it was not told anything else.
    if (names.length > 0 && status !== undefined && status >= 400 && !later.has(status))
      world.breaks('a message that acted is acknowledged', `${id}: ${status}`)
    if (status !== 200) continue
    const isKnown = [...answers].some(([name, { accepted }]) => accepted && name.endsWith(`:${id}`))
    if (!isKnown) world.breaks('a message that was acknowledged is in the record', id)
  }
}
