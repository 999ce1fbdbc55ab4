import { type RetentionRules, retentionCn, textOf } from '../../domain/index.ts'
import type { PurgeObstacle } from '../../runtime/index.ts'
import { answer, type Command, type Context, ends, operator, unknownLife } from '../context.ts'
import { objectIn } from '../file.ts'
import { whenText } from '../lines.ts'

/** A purge has no available actions, which the words of the blocker point to. */
const obstacleLine = ({ code, ref, due }: PurgeObstacle, { locale, words }: Context): string =>
  [
    `${code}${ref === undefined ? '' : ` (${ref})`}`,
    code === 'NOT_ALLOWED_IN_STATE' && ref === undefined ? words.notClosed : textOf('blocker', code, locale),
    ...(due ? [whenText(due, locale)] : []),
  ].join(' · ')

/** Purges what need not be kept any more, or says what it would purge; a life that is named alone says why not. */
export const purge: Command = async (context) => {
  const { runtime, home, rest, values, words, locale, host } = context
  const [lifecycleId] = rest
  const stone = lifecycleId === undefined ? undefined : await home.store.tombstone?.(lifecycleId)
  if (stone) {
    answer(context, stone, [
      words.wasPurged(stone.lifecycleId, whenText(stone.purgedAt, locale), stone.purgedBy, stone.basis),
    ])
    return ends.fine
  }
  if (lifecycleId !== undefined && !(await home.store.has(lifecycleId)))
    return unknownLife(context, lifecycleId)
  const dryRun = values['dry-run']
  const actor = { ...operator, personId: values.person }
  const path = values.rules
  // Looked at by the purge itself, which names what is wrong in it.
  const own =
    path === undefined ? undefined : ((await objectIn(path, host.read(path))) as object as RetentionRules)
  const rules = own ?? retentionCn
  const done = await runtime.purge({ actor, rules, papers: home.papers?.(), lifecycleId, dryRun })
  const { purged, papers, refused, kept } = done
  answer(context, { dryRun, rules, ...done }, [
    ...purged.map((one) =>
      words.wasPurged(one.lifecycleId, whenText(one.purgedAt, locale), one.purgedBy, one.basis),
    ),
    ...refused.flatMap(({ lifecycleId: id, obstacles }) =>
      obstacles.map((obstacle) => `${id} · ${obstacleLine(obstacle, context)}`),
    ),
    words.purged(dryRun, purged.length, papers.length, refused.length, kept),
    words.purgedBy(rules.life.years, rules.life.basis, own !== undefined),
  ])
  return refused.length === 0 ? ends.fine : ends.found
}
