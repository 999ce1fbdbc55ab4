import type { StateView } from 'terminal-lifecycle/contract'

/** Every state that a terminal is in, the wider ones too: `live`, `live.service`, `live.service.inService` … */
export const statesIn = (state: StateView, within = ''): readonly string[] =>
  typeof state === 'string'
    ? [`${within}${state}`]
    : Object.entries(state).flatMap(([name, inner]) => [
        `${within}${name}`,
        ...(inner === undefined ? [] : statesIn(inner, `${within}${name}.`)),
      ])

/** ■ cannot sell; ▲ wants something of the merchant; ◷ waits for somebody; ✓ nothing to do. */
export type Kind = 'stopped' | 'todo' | 'waits' | 'done'

export interface Status {
  readonly kind: Kind
  /** Its words are `textFrom(texts, 'state', code)`. */
  readonly code: string
}

/** The first that fits says how the whole stands. */
const table: readonly (readonly [state: string, kind: Kind, code: string])[] = [
  ['closed', 'done', 'closed'],
  ['closing', 'waits', 'closing'],
  ['live.service.suspended', 'stopped', 'suspended'],
  ['live.service.inService', 'done', 'inService'],
]

/** How the terminal itself stands: can it sell? */
export const statusOf = (state: StateView): Status => {
  const all = new Set(statesIn(state))
  const [, kind, code] = table.find(([name]) => all.has(name)) ?? (['', 'waits', 'live'] as const)
  return { kind, code }
}

const applicationKinds: Readonly<Record<string, Kind>> = {
  underReview: 'waits',
  needsInformation: 'todo',
  rejected: 'todo',
}

/** How the open application stands; nothing: none is open. */
export const applicationStatusOf = (state: StateView): Status | undefined => {
  const code = statesIn(state)
    .find((name) => name.startsWith('live.application.'))
    ?.slice('live.application.'.length)
  const kind = code === undefined ? undefined : applicationKinds[code]
  return code && kind ? { code, kind } : undefined
}

/** What of a suspension comes next: its test, or being switched on. */
export const suspendedStepOf = (state: StateView): 'testing' | 'enabling' | undefined => {
  const all = statesIn(state)
  if (all.includes('live.service.suspended.testing')) return 'testing'
  return all.includes('live.service.suspended.enabling') ? 'enabling' : undefined
}

/** The obligations of a closure that have ended, by their region. */
export const endedRegions = (state: StateView): readonly string[] =>
  statesIn(state)
    .filter((name) => name.startsWith('closing.clearing.') && name.endsWith('.done'))
    .map((name) => name.split('.')[2] ?? '')
