import type { Promised } from '../people/counter.ts'
import type { Staff } from '../people/staff.ts'
import type { Kept } from '../people/uploader.ts'
import type { Acquirer } from '../system/acquirer.ts'
import type { Messages } from '../system/messages.ts'
import type { Office } from '../system/office.ts'
import type { Subscribers } from '../system/subscribers.ts'
import type { World } from '../system/world.ts'

/** Everything that is there when a seed has come to rest. */
export interface Rest {
  readonly world: World
  readonly office: Office
  readonly acquirer: Acquirer
  readonly staff: Staff
  readonly subscribers: Subscribers
  readonly messages: Messages
  readonly promised: readonly Promised[]
  readonly kept: readonly Kept[]
  /** How the lives ended, counted. */
  readonly ends: Record<string, number>
}
