import { type AcquirerClient, isUnknown, type StatusView, terminalRef } from '../../contract/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../schemas/index.ts'
import { NotEnded } from './not-ended.ts'
import { notUnderstood } from './perform.ts'

const read = (capabilities: StatusView['capabilities']) =>
  Object.fromEntries(Object.entries(capabilities ?? {}).filter(([, value]) => value !== undefined))

/** Seconds until there can be such a reading: an order that was given by a clock that was ahead wants one that is yet to come. */
const secondsUntil = (notBefore: string, clock: { now(): string } | undefined): number | undefined => {
  const ahead = clock ? Date.parse(notBefore) - Date.parse(clock.now()) : 0
  return ahead > 0 ? Math.ceil(ahead / 1000) : undefined
}

/** Asks the host, and again later as long as it only gives a reading that is no younger than the order. */
export const readStatus =
  (client: AcquirerClient, clock: { now(): string } | undefined) =>
  async (
    { notBefore }: OrderParams['readStatus'],
    { identity, signal }: Call,
  ): Promise<readonly LifecycleEvent[]> => {
    const status = await client.readStatus({ terminalRef: terminalRef(identity), notBefore }, { signal })
    const { acceptance, registry, unsettled, readAt, source, capabilities } = status
    if (acceptance !== 'on' && acceptance !== 'off') throw notUnderstood('readStatus', '/acceptance')
    if (Date.parse(readAt) <= Date.parse(notBefore)) throw new NotEnded(secondsUntil(notBefore, clock))
    return [
      {
        type: 'status.reported',
        acceptance,
        registry: isUnknown(registry) ? 'unknown' : registry,
        unsettled,
        readAt,
        source,
        ...(capabilities && { capabilities: read(capabilities) }),
      },
    ]
  }
