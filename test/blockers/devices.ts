import { approved, backedUp, drained, erased, keysRemoved, run, saleOff } from '../support/closure.ts'
import { m1, p1, p2, sys } from '../support/people.ts'
import { batch, closureRequested, cny, digestOf, paper, serial, terminal } from '../support/samples.ts'
import {
  approve,
  authority,
  backup,
  binding,
  erasureAuthorised,
  erasureCompleted,
  inspected,
  lost,
  otherSerial,
  placed,
  quiet,
  received,
  transaction,
} from './acts.ts'
import { corrected, issue, obliged, refused, story } from './kit.ts'
import { replaced } from './service.ts'

const returnOf = (of: string, sealed = true) =>
  ({
    type: 'return.authorised',
    serial: of,
    destination: 'institution',
    ...(sealed && { seal: { bagNo: 'bag-1', trackingNo: 'track-1' } }),
  }) as const
const sharedTerminal = terminal({ devices: [{ serial, owner: 'provider', tenancy: 'shared' }] })
const accepted = { type: 'loss.accepted', serial, evidence: [] } as {
  type: 'loss.accepted'
  serial: string
  evidence: []
}
const revoked = { type: 'keys.removed', serial, method: 'revokedAtHost' } as const
const verified = { type: 'erasure.verified', serial } as const
const withoutReport = { type: 'device.lost', serial, kind: 'lost' } as const

export const deviceClearings = {
  DEVICE_UNKNOWN: story(async (world) => {
    await world.tell(sys, batch(world.at(), 'batch-1'))
    return refused(world, p1, returnOf(otherSerial), () => world.tell(p1, replaced))
  }),
  DEVICE_IN_SERVICE: story(async (world) => {
    await world.tell(m1, closureRequested())
    return refused(world, p1, returnOf(serial), () =>
      world.tell(p2, approve('application-1', 'business_licence')),
    )
  }),
  DEVICE_NOT_RECEIVED: story(async (world) => {
    await run(world, approved)
    return refused(
      world,
      p2,
      {
        type: 'device.declaredUnreadable',
        serial,
        assessment: 'no sign of life',
        hostTotals: { count: 0, total: cny(0) },
      },
      () => world.tell(p1, received),
    )
  }),
  DEVICE_NOT_RETURNED: story(async (world) => {
    await run(world, approved)
    return obliged(world, () => world.tell(p1, received))
  }),
  DEVICE_NOT_INSPECTED: story(async (world) => {
    await run(world, approved, ...quiet, erased)
    await world.tell(p1, received)
    return obliged(world, () => world.tell(p2, inspected))
  }),
  DEVICE_NOT_LOST: story(async (world) => {
    await run(world, approved)
    return refused(world, p2, accepted, () => world.tell(m1, lost))
  }),
  DEVICE_REPORTED_LOST: story(async (world) => {
    await run(world, approved)
    await world.tell(m1, lost)
    return obliged(world, () => world.tell(p1, { type: 'device.found', serial, where: 'the store room' }))
  }),
  REPORT_MISSING: story(async (world) => {
    await run(world, approved)
    await world.tell(m1, withoutReport)
    return refused(world, p2, accepted, () => world.tell(m1, lost))
  }),
  ERASE_OR_SEAL_FIRST: story(async (world) => {
    await run(world, approved)
    return corrected(world, p1, returnOf(serial, false), returnOf(serial))
  }),
  TENANT_CONSENT_MISSING: story(async (world) => {
    await run(world, approved)
    return corrected(world, p1, returnOf(serial), {
      ...returnOf(serial),
      consent: paper('tenant_consent'),
    } as ReturnType<typeof returnOf>)
  }, sharedTerminal),
  SEAL_BROKEN: story(async (world) => {
    await run(world, approved, ...quiet)
    await world.tell(p1, returnOf(serial))
    await world.tell(m1, {
      type: 'device.shipped',
      serial,
      carrier: 'courier',
      trackingNo: 'track-1',
      bagNo: 'bag-1',
    })
    await world.tell(p1, { ...received, sealIntact: false } as typeof received)
    await run(world, erased)
    await world.tell(p2, inspected)
    return obliged(world, () =>
      world.tell(p2, { ...inspected, sealBreach: 'cut open on the way' } as typeof inspected),
    )
  }),
  KEYS_NOT_REMOVED: story(async (world) => {
    await run(world, approved, ...quiet, erased)
    return obliged(world, () => world.tell(p1, { type: 'keys.removed', serial, method: 'zeroised' }))
  }),
  KEYS_NOT_REVOKED: story(async (world) => {
    await run(world, approved)
    await world.tell(m1, lost)
    return refused(world, p2, accepted, () => world.tell(p1, revoked))
  }),
  DEVICE_STILL_BOUND: story(async (world) => {
    await run(world, approved, ...quiet, erased, keysRemoved)
    return obliged(world, () => world.tell(p1, binding('unbinding.ordered')))
  }),
  UNBINDING_PENDING: story(async (world) => {
    await run(world, approved, ...quiet, erased, keysRemoved)
    await world.tell(p1, binding('unbinding.ordered'))
    return obliged(world, () => world.tell(sys, binding('unbinding.confirmed')))
  }),
}

export const dataClearings = {
  BACKUP_MISSING: story(async (world) => {
    await run(world, approved, saleOff, drained)
    return refused(world, p1, erasureAuthorised, () => world.tell(m1, backup(world.at())))
  }),
  BACKUP_UNVERIFIED: story(async (world) => {
    await run(world, approved, saleOff, drained)
    await world.tell(m1, backup(world.at()))
    return refused(world, p1, erasureAuthorised, () =>
      world.tell(p1, { type: 'backup.verified', serial, hash: digestOf('backup') }),
    )
  }),
  BACKUP_STALE: story(async (world) => {
    await run(world, approved, saleOff, drained, backedUp)
    await world.tell(sys, transaction('settled', world.at()))
    return refused(world, p1, erasureAuthorised, () => world.tell(m1, backup(world.at())))
  }),
  LEGAL_HOLD: story(async (world) => {
    await run(world, approved, ...quiet)
    await world.tell(
      authority,
      placed('court', 'AUTHORITY_ORDER', { caps: ['erasure'], orderRef: 'court-1' }),
    )
    return refused(world, p1, erasureAuthorised, () =>
      world.tell(authority, { type: 'hold.lifted', holdId: 'court', orderRef: 'court-2' }),
    )
  }),
  SHARED_DEVICE: story(async (world) => {
    await run(world, approved, ...quiet)
    return corrected(world, p1, erasureAuthorised, {
      ...erasureAuthorised,
      scope: 'application',
    } as typeof erasureAuthorised)
  }, sharedTerminal),
  ERASURE_NOT_AUTHORISED: story(async (world) => {
    await run(world, approved, ...quiet)
    return obliged(world, () => world.tell(p1, erasureAuthorised))
  }),
  ERASURE_NOT_COMPLETED: story(async (world) => {
    await run(world, approved, ...quiet)
    await world.tell(p1, erasureAuthorised)
    return refused(world, p2, verified, () => world.tell(p1, erasureCompleted))
  }),
  ERASURE_NOT_VERIFIED: story(async (world) => {
    await run(world, approved, ...quiet)
    await world.tell(p1, erasureAuthorised)
    await world.tell(p1, erasureCompleted)
    return obliged(world, () => world.tell(p2, verified))
  }),
  UNAUTHORISED_ERASURE: issue(async (world) => {
    await run(world, approved, ...quiet)
    return {
      report: () => world.tell(m1, erasureCompleted),
      isWrong: async () => (await world.context()).devices[serial]?.erasure !== 'completed',
      act: async () => {
        await world.tell(p1, erasureAuthorised)
        await world.tell(p1, erasureCompleted)
      },
    }
  }),
}
