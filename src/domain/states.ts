/** The seven obligations that end in parallel once a terminal is closing. */
export const clearingRegions = [
  'acceptance',
  'transactions',
  'settlement',
  'charges',
  'deposits',
  'devices',
  'binding',
] as const
export type ClearingRegion = (typeof clearingRegions)[number]

/** States with a name of their own; `open` and `done` say nothing without their region. */
const plainStates = [
  // service
  'inService',
  'held',
  'testing',
  'enabling',
  // application
  'none',
  'underReview',
  'needsInformation',
  'rejected',
  // closing and after
  'confirming',
  'verifying',
  'closed',
] as const

/** A state without inner states; those of clearing are named with their region, as `deposits.open`. */
export type LeafState = (typeof plainStates)[number] | `${ClearingRegion}.${'open' | 'done'}`

/** Every state without inner states, 25 of them; those of the regions as `settlement.open`, `settlement.done`. */
export const leafStates: readonly LeafState[] = [
  ...plainStates,
  ...clearingRegions.flatMap((region) => [`${region}.open`, `${region}.done`] as const),
]

/** States that hold others; a region of `clearing` goes by its own name. */
export const compositeStates = [
  'terminalLifecycle',
  'live',
  'service',
  'suspended',
  'application',
  'closing',
  'clearing',
  ...clearingRegions,
] as const
export type CompositeState = (typeof compositeStates)[number]

/** The states by which lives are looked for: what is said of the whole of a life, not of one of its seven obligations. */
export const lifeStates = [
  'live',
  'inService',
  'suspended',
  'held',
  'testing',
  'enabling',
  'underReview',
  'needsInformation',
  'rejected',
  'closing',
  'clearing',
  'confirming',
  'verifying',
  'closed',
] as const satisfies readonly (LeafState | CompositeState)[]
export type LifeState = (typeof lifeStates)[number]
