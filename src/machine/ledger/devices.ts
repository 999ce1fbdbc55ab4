import { type EventOn, reasonProfiles } from '../../domain/index.ts'
import { isErased, wantsConsent, wantsSeal } from '../facts/data.ts'
import {
  boundDevices,
  destinationAsked,
  isIncomplete,
  isInService,
  isMissing,
  leftWhole,
} from '../facts/devices.ts'
import { concerns, deviceOfHold } from '../facts/holds.ts'
import { items } from '../facts/kit.ts'
import { isOrderedFor } from '../facts/orders.ts'
import { phaseOf } from '../facts/phase.ts'
import type { LifecycleContext } from '../shape/context.ts'
import type { Device } from '../shape/devices.ts'
import type { Hold } from '../shape/holds.ts'
import { oweDecision, raiseCharge } from './charges.ts'
import { holdFrom, placeHold } from './holds.ts'
import { revokeKeys } from './keys.ts'
import { awaitReturn, bringBack, knownDevice, type Reducers } from './kit.ts'
import { openFollowUps } from './notes.ts'
import { openTicket } from './notices.ts'
import { aboutDevice, answerOrders, endOrder } from './order-ends.ts'
import { keepPaper, keepPapers } from './papers.ts'
import type { Turn } from './turn.ts'

/** A device as it comes into a terminal's life: with the merchant, keys loaded, data on it. */
export const newDevice = (given: Pick<Device, 'serial' | 'owner' | 'tenancy'> & Partial<Device>): Device => ({
  model: null,
  accessories: null,
  role: 'bound',
  custody: 'merchant',
  drainedUpTo: null,
  writtenOff: false,
  batches: [],
  lastTransactionAt: null,
  backup: null,
  erasure: 'none',
  erasedBy: null,
  keys: 'loaded',
  keysRevokedAt: null,
  binding: 'bound',
  registryRef: null,
  unreadable: false,
  returnTo: null,
  journeyFaults: [],
  inspection: null,
  undecided: [],
  lossReport: null,
  receipts: [],
  receivedAt: null,
  retiredAt: null,
  ...given,
})

const fault = (turn: Turn, device: Device, code: Device['journeyFaults'][number]): void => {
  turn.issue(code, device.serial)
  const { journeyFaults } = turn.context.devices[device.serial] ?? device
  if (!journeyFaults.includes(code))
    turn.update('devices', device.serial, { journeyFaults: [...journeyFaults, code] })
}

/** Holds all that a loss forbids, until it is put right by the way that a loss prescribes. */
const standsForLoss =
  (context: LifecycleContext, serial: string) =>
  (hold: Hold): boolean => {
    const { code, status, caps, release, test } = hold
    const { DEVICE_LOST } = reasonProfiles
    const whole = DEVICE_LOST.caps.every((cap) => caps.includes(cap))
    const strict = release === DEVICE_LOST.release && test === DEVICE_LOST.test
    return (
      code === 'DEVICE_LOST' && status === 'effective' && whole && strict && concerns(context, hold, serial)
    )
  }

/** Whatever the merchant knows of it, a lost device sells nothing and its keys are worthless. */
export const followLoss = (turn: Turn, device: Device): void => {
  revokeKeys(turn, device, 'lost')
  const holdId = `lost:${device.serial}:${turn.seq}`
  const held = items(turn.context.holds).some(standsForLoss(turn.context, device.serial))
  if (device.role === 'bound' && !held)
    placeHold(turn, holdFrom({ holdId, code: 'DEVICE_LOST' }, turn.by, turn.at))
}

/** A journey that nobody asked for: the terminal is in service with this very device. */
const unexpected = (turn: Turn, device: Device): void => {
  if (isInService(turn.context, device)) turn.issue('NOT_EXPECTED_IN_STATE', device.serial)
}

/** Nothing will come back: revoke the keys, write off what it may still hold. */
const giveUp = (turn: Turn, device: Device, reason: 'lost' | 'unreturned'): void => {
  revokeKeys(turn, device, reason)
  turn.update('devices', device.serial, { custody: 'lossAccepted', writtenOff: true })
  turn.cancel('deviceReturnDue', device.serial)
  turn.cancel('inspectionDue', device.serial)
}

/**
 * A lost device that turns up is owed again, with everything that its loss had made moot. What the merchant has a receipt for was lost by
 * whoever gave it: nobody waits for the merchant once more, it is only looked at anew.
 */
const reinstateFoundDevice = (turn: Turn, device: Device): void => {
  if (!isMissing(device)) return
  const wasHere = device.receivedAt !== null && !isInService(turn.context, device)
  turn.update('devices', device.serial, {
    custody: wasHere ? 'received' : 'merchant',
    receivedAt: wasHere ? device.receivedAt : null,
    writtenOff: false,
    erasure: device.erasure === 'moot' ? 'none' : device.erasure,
  })
  if (wasHere) turn.start('inspectionDue', { ref: device.serial })
  else if (phaseOf(turn.context) === 'closing') awaitReturn(turn, device.serial)
}

const otherBag = ({ returnTo }: Device, bagNo: string | undefined): boolean =>
  returnTo?.bagNo != null && bagNo !== undefined && bagNo !== returnTo.bagNo

/**
 * On its way or there: what was lost is found, and what was neither erased nor sealed should not have travelled. A seal
 * that was authorised proves nothing while nobody says that it was used; one that differs is a fault of its own.
 */
const travelling = (turn: Turn, serial: string, sealNamed: boolean): Device | undefined => {
  const device = knownDevice(turn, serial)
  if (!device) return undefined
  unexpected(turn, device)
  reinstateFoundDevice(turn, device)
  const now = turn.context.devices[serial] ?? device
  const sealed = sealNamed && now.returnTo?.bagNo != null
  if ((!isErased(now) || wantsSeal(turn.context, now)) && !sealed) fault(turn, now, 'ERASE_OR_SEAL_FIRST')
  // gone without its other tenants: that is agreed on afterwards
  if (now.returnTo === null && wantsConsent(turn.context, now)) {
    fault(turn, now, 'TENANT_CONSENT_MISSING')
    openTicket(turn, 'risk', 'device_still_wanted', serial)
  }
  return turn.context.devices[serial]
}

/** Of a device that comes back what it is stays known, and what was done with it is over. */
const forgetFirstTime = (turn: Turn, serial: string): Partial<Device> => {
  const known = turn.context.devices[serial]
  if (known === undefined) return {}
  for (const order of items(turn.context.orders).filter(isOrderedFor(serial)))
    endOrder(turn, order.orderId, 'cancelled')
  const orders = Object.entries(turn.context.orders).filter(([, order]) => !aboutDevice(serial)(order))
  turn.set({ orders: Object.fromEntries(orders) })
  // the merchant's own never had to come: nobody is late with it
  turn.cancel('deviceReturnDue', serial)
  const { model, accessories, selfService, receipts } = known
  return { model, accessories, receipts, ...(selfService !== undefined && { selfService }) }
}

export const deviceReducers: Reducers<EventOn<'devices'>> = {
  'device.registered': (turn, { serial, model, accessories, selfService }) =>
    turn.update('devices', serial, {
      model,
      accessories: accessories ?? null,
      ...(selfService !== undefined && { selfService }),
    }),

  'device.lost': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device || device.custody === 'lossAccepted') return
    const { report } = event
    // a report of a loss is heard, whatever comes with it: another paper is kept apart, and proves nothing
    const isReport = report?.type === 'loss_report'
    if (report && !isReport) turn.issue('EVIDENCE_UNSUITABLE', report.id)
    const lossReport = report && isReport && keepPaper(turn, report) ? report.id : device.lossReport
    turn.update('devices', device.serial, { custody: 'lost', lossReport })
    // what was revoked for an earlier loss may have been loaded anew since
    const known = device.custody === 'lost' ? device : { ...device, keysRevokedAt: null }
    followLoss(turn, known)
  },

  'device.found': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (device) reinstateFoundDevice(turn, device)
  },

  'loss.accepted': (turn, event) => {
    const device = turn.context.devices[event.serial]
    if (!device) return
    keepPapers(turn, event.evidence)
    giveUp(turn, device, 'lost')
    // the terminal goes on with what it still has
    if (isInService(turn.context, device) && boundDevices(turn.context).length > 1)
      turn.update('devices', device.serial, { role: 'retired', retiredAt: turn.at })
  },

  'device.declaredUnreturned': (turn, event) => {
    const device = turn.context.devices[event.serial]
    if (!device) return
    giveUp(turn, device, 'unreturned')
    if (event.charge && device.owner === 'provider')
      raiseCharge(turn, event.charge.chargeId, 'device', event.charge.amount.amount, {
        feeTableVersion: event.charge.feeTableVersion,
      })
  },

  'device.declaredUnreadable': (turn, event) =>
    turn.update('devices', event.serial, { unreadable: true, writtenOff: true }),

  'device.replaced': (turn, event) => {
    const { oldSerial, newSerial, owner, tenancy } = event
    const lastSeen = turn.context.devices[oldSerial]?.lastTransactionAt ?? null
    turn.update('devices', oldSerial, { role: 'retired', retiredAt: turn.at, lastTransactionAt: lastSeen })
    turn.put(
      'devices',
      newSerial,
      newDevice({ serial: newSerial, owner, tenancy, ...forgetFirstTime(turn, newSerial) }),
    )
    if (event.exception) keepPaper(turn, event.exception)
    for (const hold of items(turn.before.holds)) {
      // an approval was given for the other device
      const isForOther = hold.status === 'cleared' && hold.release === 'application'
      if (isForOther && concerns(turn.before, hold, oldSerial))
        turn.update('holds', hold.holdId, { status: 'effective' })
      // which of several it is about; where there is one alone, its name stays that of the device that was lost
      const isToldApart = hold.serial !== undefined || boundDevices(turn.before).length > 1
      if (isToldApart && deviceOfHold(hold) === oldSerial)
        turn.update('holds', hold.holdId, { serial: newSerial })
    }
    awaitReturn(turn, oldSerial)
    openFollowUps(turn, 'replaced')
  },

  'return.authorised': (turn, event) => {
    const { serial, destination = destinationAsked(turn.context), seal, consent } = event
    const place = destination === 'designatedPlace' ? event.addressDocumentId : undefined
    if (consent) keepPaper(turn, consent)
    const device = knownDevice(turn, serial)
    if (!device) return
    turn.update('devices', serial, {
      journeyFaults: device.journeyFaults.filter((code) => code !== 'TENANT_CONSENT_MISSING'),
      returnTo: {
        ...{ destination, bagNo: seal?.bagNo ?? null, trackingNo: seal?.trackingNo ?? null },
        ...(place !== undefined && { addressDocumentId: place }),
      },
    })
    const address = event.addressDocumentId ?? turn.context.closing?.formDocumentId ?? null
    bringBack(turn, device, destination === 'collection' ? address : null)
  },

  'device.shipped': (turn, event) => {
    const device = travelling(turn, event.serial, event.bagNo !== undefined)
    if (!device) return
    const { condition, photoHashes = [] } = event
    const handedOver = condition ? { condition, photoHashes, by: event.by.role } : null
    // told late, of a way that has ended: it is here
    const custody = device.receivedAt === null ? 'inTransit' : device.custody
    turn.update('devices', device.serial, { custody, handedOver })
    if (otherBag(device, event.bagNo)) fault(turn, device, 'SEAL_BROKEN')
  },

  'device.received': (turn, event) => {
    const sealNamed = event.bagNo !== undefined || event.sealIntact !== undefined
    const device = travelling(turn, event.serial, sealNamed)
    if (!device) return
    turn.update('devices', device.serial, {
      custody: 'received',
      receipts: [...device.receipts, event.receiptId],
      receivedAt: turn.at,
    })
    const broken = event.sealIntact === false || otherBag(device, event.bagNo)
    if (broken && !isErased(device)) fault(turn, device, 'SEAL_BROKEN')
    turn.cancel('deviceReturnDue', device.serial)
    answerOrders(turn, 'collectDevice', aboutDevice(device.serial))
    turn.start('inspectionDue', { ref: device.serial })
  },

  'device.inspected': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    unexpected(turn, device)
    // nobody looks at what nobody has
    if (device.receivedAt === null || isMissing(device))
      return turn.issue('DEVICE_NOT_RECEIVED', device.serial)
    const cause = event.damage?.cause ?? null
    const inspection = {
      condition: event.condition,
      incomplete: isIncomplete(device, event.accessories),
      // who said that it left whole is heard: somebody else says whose fault it was
      damageCause: cause === 'human' && leftWhole(device) ? 'undetermined' : cause,
      sealBreach: event.sealBreach ?? null,
    }
    turn.update('devices', device.serial, { custody: 'inspected', inspection })
    turn.cancel('inspectionDue', device.serial)
    oweDecision(turn, device, inspection)
  },
}
