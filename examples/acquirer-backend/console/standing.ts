import type { LifecycleRecord, StateValue } from 'terminal-lifecycle/machine'

/** How a state is shown: a word of the library, a shape and a colour. */
export interface Standing {
  readonly state: string
  readonly look: 'stopped' | 'todo' | 'waits' | 'done' | 'later'
}

const inner = (value: StateValue | undefined, name: string): StateValue | undefined =>
  typeof value === 'object' ? value[name] : undefined
const nameIn = (value: StateValue | undefined): string =>
  typeof value === 'string' ? value : (Object.keys(value ?? {})[0] ?? '')

const looks: Readonly<Record<string, Standing['look']>> = {
  inService: 'done',
  held: 'stopped',
  testing: 'waits',
  enabling: 'waits',
  underReview: 'todo',
  needsInformation: 'waits',
  rejected: 'stopped',
  clearing: 'waits',
  confirming: 'waits',
  verifying: 'waits',
  closed: 'later',
}

const standing = (state: string): Standing => ({ state, look: looks[state] ?? 'later' })

/** Where a terminal stands, the service first, then what is asked for. */
export const standingsOf = ({ value }: Pick<LifecycleRecord, 'value'>): readonly Standing[] => {
  if (typeof value === 'string') return [standing(value)]
  const live = inner(value, 'live')
  if (live === undefined) return [standing(nameIn(inner(value, 'closing')))]
  const service = inner(live, 'service')
  const suspended = inner(service, 'suspended')
  const application = nameIn(inner(live, 'application'))
  return [
    standing(suspended === undefined ? nameIn(service) : nameIn(suspended)),
    ...(application === '' || application === 'none' ? [] : [standing(application)]),
  ]
}

/** Of each obligation whether it has ended; nothing where the terminal is not closing. */
export const obligationsOf = ({ value }: Pick<LifecycleRecord, 'value'>): ReadonlyMap<string, boolean> => {
  const clearing = inner(inner(value, 'closing'), 'clearing')
  return new Map(
    typeof clearing === 'object'
      ? Object.entries(clearing).map(([name, state]) => [name, state === 'done'])
      : [],
  )
}
