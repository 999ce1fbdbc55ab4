import {
  type ClearingRegion,
  type CompositeState,
  clearingRegions,
  type LeafState,
  type Locale,
  textOf,
} from 'terminal-lifecycle/domain'
import type { LifecycleRecord, StateValue } from 'terminal-lifecycle/machine'
import { wordsIn } from './words.ts'

const child = (value: StateValue | undefined, name: string): StateValue | undefined =>
  typeof value === 'object' ? value[name] : undefined

/** What matters to a reader: how it serves while it lives, which step it is at while it closes. */
const leafOf = ({ value }: LifecycleRecord): LeafState | CompositeState => {
  if (typeof value === 'string') return value as LeafState
  const closing = value.closing
  if (closing !== undefined) return (typeof closing === 'string' ? closing : 'clearing') as CompositeState
  const application = child(value.live, 'application')
  if (application !== 'none' && typeof application === 'string') return application as LeafState
  const service = child(value.live, 'service')
  return (typeof service === 'string' ? service : (child(service, 'suspended') ?? 'service')) as LeafState
}

/** The state in one word; with the reasons of its holds, for they say why. */
export const stateText = (record: LifecycleRecord, locale: Locale): string => {
  const words = wordsIn(locale)
  const state = textOf('state', leafOf(record), locale)
  const holds = Object.values(record.context.holds).filter(({ status }) => status === 'effective')
  if (holds.length === 0) return state
  const reasons = holds.map(({ code }) => textOf('suspensionReason', code, locale)).join(words.comma)
  const limitsSale = holds.some(({ caps }) => caps.includes('sale'))
  return (limitsSale ? state : `${state}${words.comma}${words.restricted}`) + words.aside(reasons)
}

export type RegionState = 'ahead' | 'open' | 'done'

/** Of the seven obligations: not begun while the terminal lives, all met once it is being confirmed. */
export const regionsOf = ({
  value,
}: LifecycleRecord): readonly (readonly [ClearingRegion, RegionState])[] => {
  const live = typeof value === 'object' && value.live !== undefined
  const clearing = typeof value === 'object' ? child(value.closing, 'clearing') : undefined
  return clearingRegions.map((region) => {
    if (live) return [region, 'ahead']
    return [region, clearing === undefined || child(clearing, region) === 'done' ? 'done' : 'open']
  })
}
