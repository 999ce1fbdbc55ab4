import type { BlockerView } from 'terminal-lifecycle/contract'
import type { EventType } from 'terminal-lifecycle/domain'
import { isLateReturn } from './turns.ts'

/** Pages below `/t/:id`, by the event that somebody sends there. */
const places: Readonly<Partial<Record<EventType, string>>> = {
  'reinstatement.requested': '/apply/reinstatement',
  'suspension.requested': '/apply/suspension',
  'closure.requested': '/apply/closure',
  'application.supplemented': '/supplement',
  'application.withdrawn': '/supplement',
  'settlement.confirmed': '/money',
  'settlement.disputed': '/money',
  'charge.met': '/money',
  'charge.disputed': '/money',
  'payoutAccount.changed': '/money',
  'device.shipped': '/devices',
  'device.lost': '/devices',
  'device.found': '/devices',
  'backup.recorded': '/devices',
  'document.added': '/papers',
}

/** In this order, whatever order they are named in: an application says more than a paper alone. */
const preferred = Object.keys(places) as readonly EventType[]

export interface WayOut {
  readonly event: EventType
  /** Below `/t/:id`. */
  readonly path: string
}

/** Where the merchant does what clears it; nothing: it is not the merchant's to do. */
export const wayOutOf = (blocker: Pick<BlockerView, 'code' | 'owner' | 'clearedBy'>): WayOut | undefined => {
  if (isLateReturn(blocker)) return { event: 'device.shipped', path: '/devices' }
  if (blocker.owner !== 'merchant') return undefined
  const event = preferred.find((type) => blocker.clearedBy.includes(type))
  const path = event && places[event]
  return event && path ? { event, path } : undefined
}
