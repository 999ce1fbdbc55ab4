import type { Law } from './fault.ts'
import type { Move } from './moves.ts'
import { type Life, type Told, tell } from './telling.ts'
import { changedBySecondTelling } from './told-twice.ts'
import { readingsOf, toldApart } from './views.ts'

/** A state as it is kept while it waits: one record of it, and its twin where the world has a secret. */
export interface Node extends Life {
  readonly twin?: Life
}

interface Outcome {
  readonly move: number
  readonly node: Node
  readonly key: string
}

export interface Expansion {
  readonly outcomes: readonly Outcome[]
  readonly refused: number
  readonly repeats: number
  readonly views: number
  /** What somebody at the provider may say in one twin alone: from there they go different ways. */
  readonly parted: number
  readonly faults: readonly { readonly law: Law; readonly detail: string; readonly move: string }[]
}

interface Tally {
  refused: number
  repeats: number
  views: number
  parted: number
  faults: { law: Law; detail: string; move: string }[]
}

/** Both twins hear it; whoever must not know the secret sees no difference. */
const alsoTwin = (
  move: Move,
  twin: Life,
  told: Told,
  moves: readonly Move[],
  tally: Tally,
): Life | undefined => {
  const said = tell(twin, move.twin(twin.record) ?? [])
  if (said.answer !== told.answer) {
    if (move.isProviders) tally.parted += 1
    else tally.faults.push({ law: 'HIDDEN', detail: 'the twins answer differently', move: move.name })
    return undefined
  }
  if (!told.life || !said.life) return undefined
  tally.views += 1
  const apart = toldApart(
    readingsOf(told.life.record, moves, told.accepted),
    readingsOf(said.life.record, moves, said.accepted),
  )
  if (apart.length > 0) tally.faults.push({ law: 'HIDDEN', detail: apart.join(', '), move: move.name })
  return said.life
}

/** Everything that may happen is said to this state. */
export const expand = (
  node: Node,
  moves: readonly Move[],
  keyOf: (record: Node['record']) => string,
): Expansion => {
  const tally: Tally = { refused: 0, repeats: 0, views: 0, parted: 0, faults: [] }
  const before = JSON.stringify(node.record)
  const outcomes = moves.flatMap((move, place): Outcome[] => {
    const commands = move.commands(node.record)
    if (commands === undefined || commands.length === 0) return []
    const told = tell(node, commands)
    tally.faults.push(...told.faults.map(([law, detail]) => ({ law, detail, move: move.name })))
    if (told.answer === 'refused') tally.refused += 1
    if (told.answer === 'repeat') tally.repeats += 1
    const twin = node.twin && alsoTwin(move, node.twin, told, moves, tally)
    if (!told.life || (node.twin && !twin)) return []
    const [command] = commands
    const again = move.isReport && command ? changedBySecondTelling(told.life, command) : undefined
    if (again) tally.faults.push({ law: 'TOLD_TWICE', detail: again, move: move.name })
    return [{ move: place, node: twin ? { ...told.life, twin } : told.life, key: keyOf(told.life.record) }]
  })
  if (JSON.stringify(node.record) !== before)
    tally.faults.push({ law: 'REFUSED_CHANGES_NOTHING', detail: 'the record was written into', move: '' })
  return { outcomes, ...tally }
}
