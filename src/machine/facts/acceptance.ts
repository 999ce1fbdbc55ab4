import type { CapabilityName } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { effectiveHolds, saleLimited } from './holds.ts'
import { isLater, latest } from './time.ts'

/** Should the host accept transactions at all? */
export const acceptanceWanted = (context: LifecycleContext): boolean =>
  context.closing === null && !saleLimited(context)

/** What the host can be told to stop; payouts are stopped by taking their orders back. */
export const hostCapabilities = ['sale', 'preAuth', 'completion', 'void', 'refund', 'batchUpload'] as const

/** What the host must not do now: what the holds forbid, and nothing that sells while the terminal does not. */
export const unwanted = (context: LifecycleContext): CapabilityName[] =>
  hostCapabilities.filter(
    (name) =>
      effectiveHolds(context, name).length > 0 ||
      ((name === 'sale' || name === 'preAuth') && !acceptanceWanted(context)),
  )

const isYounger = ({ status }: LifecycleContext, than: string | null): boolean =>
  status.readAt !== null && (than === null || isLater(status.readAt, than))

/** Two people took what the host says for the truth, since sale was last ordered off. */
const isAccepted = ({ status, disabledAt }: LifecycleContext): boolean =>
  status.acceptedReadAt !== null && (disabledAt === null || isLater(status.acceptedReadAt, disabledAt))

/** The host calls the number closed, and nobody here has closed it: nothing is switched on under such a number. */
export const isClosedAtHost = (context: LifecycleContext): boolean =>
  acceptanceWanted(context) &&
  context.status.registry === 'closed' &&
  isYounger(context, context.disabledAt) &&
  !isAccepted(context)

/** Allowed here and worked before, and now the host says that it does not. What it does not speak of, it does not deny. */
const denied = (context: LifecycleContext): readonly CapabilityName[] => {
  const { status, disabledAt, enabledAt } = context
  const before = status.before ?? {}
  const isOfNow =
    acceptanceWanted(context) &&
    status.acceptance === 'on' &&
    isYounger(context, latest(disabledAt, enabledAt)) &&
    !isAccepted(context)
  if (!isOfNow) return []
  return (Object.keys(before) as CapabilityName[]).filter(
    (name) =>
      before[name] === true &&
      status.capabilities[name] === false &&
      effectiveHolds(context, name).length === 0,
  )
}

/** What the last reading contradicts of what was ordered on: explicit, and younger than the order. */
export const contradictions = (context: LifecycleContext): readonly ('registry' | CapabilityName)[] => [
  ...(isClosedAtHost(context) ? (['registry'] as const) : []),
  ...denied(context),
]

/** Held, and the host was read to be selling all the same: nobody goes on as if the terminal rested. (R-050, C-27) */
export const sellsThough = (context: LifecycleContext): boolean =>
  context.status.sellsAt !== undefined && context.closing === null && saleLimited(context)

/** Sale waits until customers have been told that it goes on, or until that has taken too long. */
export const waitsForNotice = ({ deadlines }: LifecycleContext): boolean =>
  deadlines.resumeNoticeDue?.status === 'running'
