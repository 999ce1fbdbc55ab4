import {
  type Blocker,
  blocker,
  type EventType,
  isProcedureInForce,
  type Procedure,
} from '../../domain/index.ts'
import type { Asked } from '../rules/kit.ts'

/** What the provider publishes, dated: it changes with time and is frozen in no record. */
export interface Catalogues {
  readonly procedures?: readonly Procedure[] | undefined
}

/** What an event says of something published that is not in force; where nothing is published nothing is held against it. */
export const catalogueFaults = ({ procedures }: Catalogues, event: Asked<EventType>): readonly Blocker[] => {
  if (event.type !== 'closure.requested' || procedures === undefined) return []
  const { request } = event as Asked<'closure.requested'>
  const version = request?.acknowledgement.procedureVersion
  return version === undefined || isProcedureInForce(procedures, version, event.at)
    ? []
    : [
        blocker('PROCEDURE_NOT_IN_FORCE', request?.applicationId, {
          path: '/acknowledgement/procedureVersion',
        }),
      ]
}
