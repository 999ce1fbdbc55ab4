import { people } from '../people.ts'
import { hostRead, settlementConfirmed, unbound, wiped } from './clearing.ts'
import { closingApplication } from './closing-application.ts'
import type { Step } from './step.ts'

const owner = people.copies

/** Wiped, without keys, unbound: and it stays where it is. */
export const merchantOwned: readonly Step[] = [
  hostRead,
  ...closingApplication(owner, 'APP-2026-0302-M', {
    channel: 'website',
    reason: 'BUSINESS_ADJUSTMENT',
    disposition: 'merchantOwned',
  }),
  settlementConfirmed(owner),
  ...wiped(owner.actor),
  unbound('REG-440308-0231'),
]
