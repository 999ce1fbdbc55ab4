import type { EventOn } from '../../domain/index.ts'
import { againstAct, backedUp, isErased, isSaved } from '../facts/data.ts'
import { items } from '../facts/kit.ts'
import { believed } from '../facts/time.ts'
import { erasureBlockers } from '../rules/data.ts'
import type { Device } from '../shape/devices.ts'
import { hazarded, knownDevice, type Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { aboutDevice, cancelUnclaimed, type DeviceTold, endDeviceOrder } from './order-ends.ts'
import { keepPaper } from './papers.ts'
import type { Turn } from './turn.ts'

const erasureOrders = ({ context }: Turn, serial: string) =>
  items(context.orders).flatMap((order) =>
    order.kind === 'eraseDevice' && order.params.serial === serial ? [order] : [],
  )

/** Is it the result of what is authorised now? That of an earlier order says nothing about the last one. */
const isOfLastOrder = (turn: Turn, { serial, orderId }: DeviceTold): boolean => {
  const orders = erasureOrders(turn, serial)
  const last = Math.max(...orders.map(({ params }) => params.authorisedBySeq))
  return (
    orderId === undefined ||
    orders.some((order) => order.orderId === orderId && order.params.authorisedBySeq === last)
  )
}

/** Accepted by the other side is not done: what then failed may be begun anew, or be given up. */
const endFailed = (turn: Turn, event: DeviceTold): void => {
  endDeviceOrder(turn, 'eraseDevice', event, 'failed')
  for (const order of erasureOrders(turn, event.serial))
    if (order.status === 'confirmed' && (event.orderId ?? order.orderId) === order.orderId)
      turn.put('orders', order.orderId, { ...order, status: 'failed' })
}

/** What was authorised lapses when one of its conditions is no longer true, unless somebody has begun. */
export const lapse = (turn: Turn): void => {
  for (const device of items(turn.context.devices)) {
    const about = aboutDevice(device.serial)
    if (device.erasure === 'authorised' && erasureBlockers(turn.context, device).length > 0) {
      cancelUnclaimed(turn, 'eraseDevice', about)
      turn.update('devices', device.serial, { erasure: 'none' })
    }
    if (device.binding === 'unbindingOrdered' && againstAct(turn.context, device, 'unbind').length > 0)
      cancelUnclaimed(turn, 'unbind', about)
  }
}

/** A device that will not come back has nothing left to erase once its keys are worthless. */
export const mootErasuresOfLostDevices = (turn: Turn): void => {
  for (const device of items(turn.context.devices))
    if (device.custody === 'lossAccepted' && device.keysRevokedAt !== null && device.erasure !== 'verified')
      if (device.erasure !== 'moot') {
        cancelUnclaimed(turn, 'eraseDevice', aboutDevice(device.serial))
        turn.update('devices', device.serial, { erasure: 'moot' })
      }
}

/** That it counts for nothing does not bring back what was on it. */
const noteWipe = (turn: Turn, device: Device): void => {
  const isOver = isErased(device) || device.erasure === 'completed'
  const isLost = !isOver && backedUp(device).length > 0
  // what an entry noted stays so, under whatever rules it was told
  const { recordsLost } = turn.wipe ?? { recordsLost: isLost }
  turn.issue('UNAUTHORISED_ERASURE', device.serial, recordsLost === undefined ? undefined : { recordsLost })
  if (!isOver && recordsLost !== undefined)
    turn.update('devices', device.serial, { wiped: { tried: false, recordsLost } })
}

export const dataReducers: Reducers<EventOn<'data'>> = {
  'backup.recorded': (turn, { serial, upTo, hash }) => {
    // no copy holds what has not happened yet
    const known = believed(upTo, turn.at)
    turn.update('devices', serial, { backup: { upTo: known, hash, verified: false, waived: false } })
    turn.order('readBackup', { serial, upTo: known, hash })
  },
  'backup.verified': (turn, { serial }) => {
    const { backup, wiped } = turn.context.devices[serial] ?? {}
    if (backup) turn.update('devices', serial, { backup: { ...backup, verified: true } })
    const device = turn.context.devices[serial]
    if (wiped?.recordsLost && device && isSaved(device))
      turn.update('devices', serial, { wiped: { ...wiped, recordsLost: false } })
    endDeviceOrder(turn, 'readBackup', { serial }, 'confirmed')
  },
  'backup.waived': (turn, { serial, statement, at }) => {
    keepPaper(turn, statement)
    turn.update('devices', serial, {
      backup: { upTo: at, hash: statement.digest, verified: true, waived: true },
    })
    const { wiped } = turn.context.devices[serial] ?? {}
    if (wiped) turn.update('devices', serial, { wiped: { ...wiped, recordsLost: false } })
  },

  'erasure.authorised': (turn, { serial, scope, procedure }) => {
    turn.update('devices', serial, { erasure: 'authorised' })
    turn.order('eraseDevice', { serial, scope, procedure, authorisedBySeq: turn.seq })
  },
  'erasure.completed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    const against = againstAct(turn.context, device, 'erase', event.method === 'destroy')
    if (device.erasure === 'authorised' && hazarded(turn, against, device.serial)) {
      endDeviceOrder(turn, 'eraseDevice', event, 'confirmed')
      turn.update('devices', device.serial, { erasure: 'failed' })
      return
    }
    if (device.erasure !== 'authorised' || !isOfLastOrder(turn, event)) {
      noteWipe(turn, device)
      if (against.length > 0) openTicket(turn, 'risk', 'device_still_wanted', device.serial)
      endDeviceOrder(turn, 'eraseDevice', event, 'confirmed')
      return
    }
    turn.update('devices', device.serial, { erasure: 'completed', erasedBy: event.by.personId })
    endDeviceOrder(turn, 'eraseDevice', event, 'confirmed')
    if (event.method === 'destroy') turn.update('devices', device.serial, { keys: 'destroyed' })
  },
  'erasure.failed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    // also one that was told to be complete, when its verifier still finds data
    const tried = device.erasure === 'authorised' || device.erasure === 'completed'
    if (tried && isOfLastOrder(turn, event)) turn.update('devices', device.serial, { erasure: 'failed' })
    endFailed(turn, event)
    openTicket(turn, 'workshop', 'erasure_failed', device.serial)
  },
  'erasure.verified': (turn, { serial, evidence }) => {
    if (evidence) keepPaper(turn, evidence)
    turn.update('devices', serial, { erasure: 'verified' })
    if (turn.context.devices[serial]?.wiped) turn.update('devices', serial, { wiped: null })
  },
}
