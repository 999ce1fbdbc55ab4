import { areWithin, type Scope } from './access.ts'
import {
  comparePlaces,
  isAskedFor,
  type LifeWork,
  placeOf,
  type StoredWork,
  type WorkQuery,
} from './work-rows.ts'

/** Work of all lives that is asked for, in its order. */
export function foundWork(
  lives: Iterable<[string, LifeWork]>,
  query: WorkQuery,
  within: Scope | undefined,
): readonly StoredWork[] {
  const found = [...lives]
    .filter(([, { owners }]) => within === undefined || areWithin(owners, within))
    .flatMap(([lifecycleId, { rows, ...life }]) =>
      rows.filter(({ viewer }) => viewer === query.viewer).map((row) => ({ ...row, ...life, lifecycleId })),
    )
    .filter((work) => isAskedFor(work, query))
    .map((work) => ({ work, place: placeOf(work) }))
    .sort((one, other) => comparePlaces(one.place, other.place))
    .slice(0, query.limit)
    .map(({ work }) => work)
  return structuredClone(found)
}
