import type { EventOn } from '../../domain/index.ts'
import type { OrderKind } from '../../schemas/index.ts'
import { isInService } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { believed } from '../facts/time.ts'
import { isDrained } from '../facts/transactions.ts'
import type { Turn } from '../turn.ts'
import { keepPaper, knownDevice, type Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import { aboutDevice, endOrder } from './order-ends.ts'

type Told = { serial: string; orderId?: string | undefined }

/** Ends the order in flight for the device; a report that names another order ends nothing of this device. */
const end = (
  turn: Turn,
  kind: OrderKind,
  { serial, orderId }: Told,
  status: 'confirmed' | 'failed',
): void => {
  for (const order of Object.values(turn.context.orders))
    if (order.kind === kind && aboutDevice(serial)(order) && (orderId ?? order.orderId) === order.orderId)
      endOrder(turn, order.orderId, status)
}

const erasureOrders = ({ context }: Turn, serial: string) =>
  items(context.orders).flatMap((order) =>
    order.kind === 'eraseDevice' && order.params.serial === serial ? [order] : [],
  )

/** Is it the result of what is authorised now? That of an earlier order says nothing about the last one. */
const isOfLastOrder = (turn: Turn, { serial, orderId }: Told): boolean => {
  const orders = erasureOrders(turn, serial)
  const last = Math.max(...orders.map(({ params }) => params.authorisedBySeq))
  return (
    orderId === undefined ||
    orders.some((order) => order.orderId === orderId && order.params.authorisedBySeq === last)
  )
}

/** Accepted by the other side is not done: what then failed may be begun anew, or be given up. */
const endFailed = (turn: Turn, event: Told): void => {
  end(turn, 'eraseDevice', event, 'failed')
  for (const order of erasureOrders(turn, event.serial))
    if (order.status === 'confirmed' && (event.orderId ?? order.orderId) === order.orderId)
      turn.put('orders', order.orderId, { ...order, status: 'failed' })
}

export const dataReducers: Reducers<EventOn<'data' | 'keys' | 'binding'>> = {
  'backup.recorded': (turn, { serial, upTo, hash }) => {
    // no copy holds what has not happened yet
    const known = believed(upTo, turn.at)
    turn.update('devices', serial, { backup: { upTo: known, hash, verified: false, waived: false } })
    turn.order('readBackup', { serial, upTo: known, hash })
  },
  'backup.verified': (turn, { serial }) => {
    const backup = turn.context.devices[serial]?.backup
    if (backup) turn.update('devices', serial, { backup: { ...backup, verified: true } })
    end(turn, 'readBackup', { serial }, 'confirmed')
  },
  'backup.waived': (turn, { serial, statement, at }) => {
    keepPaper(turn, statement)
    turn.update('devices', serial, {
      backup: { upTo: at, hash: statement.digest, verified: true, waived: true },
    })
  },

  'erasure.authorised': (turn, { serial, scope, procedure }) => {
    turn.update('devices', serial, { erasure: 'authorised' })
    turn.order('eraseDevice', { serial, scope, procedure, authorisedBySeq: turn.seq })
  },
  'erasure.completed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    if (device.erasure !== 'authorised' || !isOfLastOrder(turn, event)) {
      turn.issue('UNAUTHORISED_ERASURE', device.serial)
      end(turn, 'eraseDevice', event, 'confirmed')
      return
    }
    turn.update('devices', device.serial, { erasure: 'completed', erasedBy: event.by.personId })
    end(turn, 'eraseDevice', event, 'confirmed')
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
  },

  'keys.removed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    if (event.method === 'revokedAtHost') {
      turn.update('devices', device.serial, { keysRevokedAt: device.keysRevokedAt ?? turn.at })
      end(turn, 'revokeKeys', event, 'confirmed')
      return
    }
    // the fact stays; it does not count before the device is drained
    if (!isDrained(turn.context, device)) turn.issue('DEVICE_NOT_DRAINED', device.serial)
    turn.update('devices', device.serial, { keys: event.method })
  },

  'unbinding.ordered': (turn, { serial, registryRef }) => {
    turn.update('devices', serial, { binding: 'unbindingOrdered', registryRef })
    turn.order('unbind', { serial, registryRef })
  },
  'unbinding.confirmed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    // whatever the register says, the device that sells is bound; its unbinding is ordered when it is given up
    if (isInService(turn.context, device)) return turn.issue('NOT_EXPECTED_IN_STATE', device.serial)
    if (!isDrained(turn.context, device)) turn.issue('DEVICE_NOT_DRAINED', device.serial)
    if (device.keys === 'loaded' && device.keysRevokedAt === null)
      turn.issue('KEYS_NOT_REMOVED', device.serial)
    turn.update('devices', device.serial, { binding: 'unbound', registryRef: event.registryRef })
    end(turn, 'unbind', { serial: event.serial }, 'confirmed')
  },
  'unbinding.failed': (turn, event) => {
    const device = knownDevice(turn, event.serial)
    if (!device) return
    const order = event.orderId === undefined ? undefined : turn.context.orders[event.orderId]
    // the register takes back what it had confirmed; a failure of an older attempt says nothing about the last one
    const reverted =
      device.binding === 'unbound' && (event.orderId === undefined || order?.status === 'confirmed')
    if (reverted) turn.issue('DEVICE_STILL_BOUND', device.serial)
    const tried = device.binding === 'unbindingOrdered' && (order === undefined || order.status === 'ordered')
    if (tried || reverted) turn.update('devices', device.serial, { binding: 'bound' })
    end(turn, 'unbind', event, 'failed')
    openTicket(turn, 'registry', 'unbinding_failed', device.serial)
  },
}
