export { type CloseFleetOptions, type Closure, closeFleet } from './close-fleet.ts'
export { dispatchFleet } from './dispatch-fleet.ts'
export { inLanes, type LaneOptions } from './in-lanes.ts'
export { openFleet } from './open-fleet.ts'
export type {
  FleetItem,
  FleetOptions,
  FleetOutcome,
  FleetProgress,
  FleetResult,
} from './results.ts'
