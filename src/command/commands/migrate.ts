import { answer, type Command, ends } from '../context.ts'

const idsAtATime = 500

/** Carries lives over that are stored in an older format, or says which they are, and which of them would not go. */
export const migrate: Command = async (context) => {
  const { runtime, home, values, words } = context
  if (!values['dry-run']) {
    const { migrated, remaining } = await runtime.migrateAll()
    answer(context, { migrated, remaining }, [words.carried(migrated, remaining)])
    return remaining === 0 ? ends.fine : ends.found
  }
  const waiting: string[] = []
  for (let after = ''; ; after = waiting.at(-1) ?? after) {
    const ids = await home.store.unmigrated(after, idsAtATime)
    waiting.push(...ids)
    if (ids.length < idsAtATime) break
  }
  const { failed } = await runtime.migrateAll({ dryRun: true })
  const codes = new Map(failed.map(({ lifecycleId, code }) => [lifecycleId, code]))
  const lines = waiting.map((id) => (codes.has(id) ? `${id} ${codes.get(id)}` : id))
  answer(context, { waiting, failed }, waiting.length === 0 ? [words.nothing] : lines)
  return failed.length === 0 ? ends.fine : ends.found
}
