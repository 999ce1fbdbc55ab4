import type { LifecycleRecord } from '../machine/index.ts'
import { deviceKeys, endedAt, millisecondsOf, restsUntil } from './projection.ts'
import type { HeldElsewhere, Store } from './store.ts'

/** What a commit would find, without one. */
export type WouldOpen = (
  record: LifecycleRecord,
  exempt: boolean,
) => Promise<'conflict' | HeldElsewhere | undefined>

const pageSize = 100

/** Asks the store what stands against an opening; between the asking and the opening somebody else may come. */
export function createWouldOpen(store: Pick<Store, 'find'>): WouldOpen {
  async function* others(
    query: { terminalId: string } | { serial: string },
    { context, lifecycleId }: LifecycleRecord,
  ) {
    const { acquirerId } = context.identity
    for (let after: string | undefined; ; ) {
      const page = await store.find({ ...query, acquirerId, after, limit: pageSize }, () => undefined)
      for (const other of page) if (other.lifecycleId !== lifecycleId) yield other
      if (page.length < pageSize) return
      after = page.at(-1)?.lifecycleId
    }
  }

  /** A number at two merchants is two numbers; only its rest is kept from others. */
  async function numberOf(record: LifecycleRecord, exempt: boolean): ReturnType<WouldOpen> {
    const { terminalId, merchantId } = record.context.identity
    let resting: HeldElsewhere | undefined
    for await (const other of others({ terminalId }, record)) {
      const isOwn = other.context.identity.merchantId === merchantId
      if (isOwn && endedAt(other) === null) return 'conflict'
      const rests = (restsUntil(other) ?? 0) > millisecondsOf(record.at)
      if (rests && !isOwn && !exempt)
        resting ??= { held: 'number', ref: terminalId, lifecycleId: other.lifecycleId }
    }
    return resting
  }

  async function devicesOf(record: LifecycleRecord): ReturnType<WouldOpen> {
    for (const { serial, boundAs } of deviceKeys(record)) {
      if (boundAs === null) continue
      for await (const other of others({ serial }, record)) {
        const its = deviceKeys(other).find((one) => one.serial === serial)?.boundAs ?? null
        if (its !== null && (its === 'sole' || boundAs === 'sole'))
          return { held: 'device', ref: serial, lifecycleId: other.lifecycleId }
      }
    }
    return undefined
  }

  return async (record, exempt) =>
    (await numberOf(record, exempt)) ?? (exempt ? undefined : devicesOf(record))
}
