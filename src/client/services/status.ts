import { type AcquirerClient, isUnknown, type StatusView, terminalRef } from '../../contract/index.ts'
import type { Call, LifecycleEvent, OrderParams } from '../../schemas/index.ts'
import { NotEnded } from './not-ended.ts'
import { notUnderstood } from './perform.ts'

const read = (capabilities: StatusView['capabilities']) =>
  Object.fromEntries(Object.entries(capabilities ?? {}).filter(([, value]) => value !== undefined))

/** Asks the host, and again later as long as it only gives a reading that is older than the order wants. */
export const readStatus =
  (client: AcquirerClient) =>
  async (
    { notBefore }: OrderParams['readStatus'],
    { identity, signal }: Call,
  ): Promise<readonly LifecycleEvent[]> => {
    const status = await client.readStatus({ terminalRef: terminalRef(identity), notBefore }, { signal })
    const { acceptance, registry, unsettled, readAt, source, capabilities } = status
    if (acceptance !== 'on' && acceptance !== 'off') throw notUnderstood('readStatus', '/acceptance')
    if (Date.parse(readAt) < Date.parse(notBefore)) throw new NotEnded()
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
