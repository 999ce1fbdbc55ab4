import { type Blocker, type BlockerCode, blocker, type Data } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'

type Finding = Blocker | readonly Blocker[] | false | null | undefined

/** All findings of a rule, in the order in which they were looked for. */
export const all = (...findings: readonly Finding[]): readonly Blocker[] => {
  const found: Blocker[] = []
  for (const finding of findings) {
    if (!finding) continue
    if (isOne(finding)) found.push(finding)
    else found.push(...finding)
  }
  return found
}
const isOne = (finding: Blocker | readonly Blocker[]): finding is Blocker => !Array.isArray(finding)

export const when = (applies: boolean, code: BlockerCode, ref?: string, data?: Data): Blocker | false =>
  applies && blocker(code, ref, data)

/** The item an event names, or the blocker that there is none. */
export const lookUp = <Item>(
  ledger: Readonly<Record<string, Item>>,
  id: string | undefined,
  unknown: BlockerCode,
): { item: Item; missing?: undefined } | { item?: undefined; missing: readonly Blocker[] } => {
  const item = id === undefined || !Object.hasOwn(ledger, id) ? undefined : ledger[id]
  return item === undefined ? { missing: [blocker(unknown, id)] } : { item }
}

/** What a region still lacks; a region is done exactly when it lacks nothing. */
export type Missing = (context: LifecycleContext) => readonly Blocker[]
