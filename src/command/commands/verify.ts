import { type DossierView, type VerifiedJournal, verifyJournal } from '../../contract/index.ts'
import { describe } from '../../errors/index.ts'
import type { Store } from '../../runtime/index.ts'
import type { Asked } from '../asked.ts'
import { answer, type Command, type Context, type End, ends, unknownLife } from '../context.ts'
import { objectIn } from '../file.ts'
import type { CommandHost } from '../host.ts'
import { whenText } from '../lines.ts'
import { Unfit } from '../unfit.ts'
import { type Words, wordsIn } from '../words.ts'

const idsAtATime = 500

async function* idsIn(store: Store): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const ids = await store.lifecycleIds(after, idsAtATime)
    yield* ids
    if (ids.length < idsAtATime) return
    after = ids.at(-1) ?? after
  }
}

const broken = (words: Words, id: string, found: VerifiedJournal): string =>
  found.ok ? '' : words.broken(id, found.seq, words.journal[found.why])

/** A dossier that somebody kept: nothing else is asked for it. */
export const verifyFile = async (asked: Asked, host: CommandHost, path: string): Promise<End> => {
  const words = wordsIn(asked.locale)
  const { case: of, journal } = (await objectIn(path, host.read(path))) as Partial<DossierView>
  if (!Array.isArray(journal?.items)) throw new Unfit('noDossier', path)
  const found = await verifyJournal(journal.items, { head: of?.head })
  answer({ ...asked, host }, found, [found.ok ? words.whole(1, found.entries) : broken(words, path, found)])
  return found.ok ? ends.fine : ends.found
}

/** Are the journals whole and unaltered, and do their records stand on their last entries? */
export const verifyStore = async (context: Context, store: Store, only?: string) => {
  const { words } = context
  const faults: string[] = []
  let [lives, entries] = [0, 0]
  for await (const id of only === undefined ? idsIn(store) : [only]) {
    lives += 1
    try {
      const head = (await store.load(id))?.head
      const found = await verifyJournal(store.journal(id), { head })
      if (found.ok) entries += found.entries
      else faults.push(broken(words, id, found))
    } catch (error) {
      // One life that cannot be read keeps nobody from hearing of the others.
      const { code, text } = describe(error, context.locale)
      if (code === 'UNEXPECTED' || code === 'STORE_FAILED') throw error
      faults.push(`${id}: ${code}: ${text}`)
    }
  }
  answer(context, { lives, entries, faults }, faults.length === 0 ? [words.whole(lives, entries)] : faults)
  return faults.length === 0 ? ends.fine : ends.found
}

export const verify: Command = async (context) => {
  const { rest, home, words, locale } = context
  const [what] = rest
  const stone = what === undefined ? undefined : await home.store.tombstone?.(what)
  if (stone) {
    answer(context, stone, [
      words.wasPurged(stone.lifecycleId, whenText(stone.purgedAt, locale), stone.purgedBy, stone.basis),
    ])
    return ends.fine
  }
  if (what !== undefined && !(await home.store.has(what))) return unknownLife(context, what)
  return verifyStore(context, home.store, what)
}
