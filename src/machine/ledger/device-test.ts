import type { EventOn } from '../../domain/index.ts'
import { boundDevices, isFit } from '../facts/devices.ts'
import { concerns, deviceOfHold, holdsOwingTest } from '../facts/holds.ts'
import { liftHold } from './holds.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'
import type { Turn } from './turn.ts'

/** It was away to be mended, and works where it is used: nobody waits for it any more. What it broke by stays to be decided. */
const endJourney = (turn: Turn, serial: string): void => {
  if (turn.context.devices[serial]?.custody === 'merchant') return
  turn.update('devices', serial, {
    custody: 'merchant',
    receivedAt: null,
    returnTo: null,
    handedOver: null,
    journeyFaults: [],
  })
  turn.cancel('inspectionDue', serial)
  turn.cancel('deviceReturnDue', serial)
}

export const deviceTestReducers: Reducers<EventOn<'device-test'>> = {
  'test.passed': (turn, { serial }) => {
    // a device that passes is used again: what was given up for lost or revoked is no longer so, and it has keys
    turn.update('devices', serial, {
      keys: 'loaded',
      keysRevokedAt: null,
      writtenOff: false,
      unreadable: false,
    })
    endJourney(turn, serial)
    const { wiped } = turn.context.devices[serial] ?? {}
    if (wiped) turn.update('devices', serial, { wiped: { ...wiped, tried: true } })
    // the terminal sells on all its devices: one whose keys are gone passes its own test first
    const isWhole = boundDevices(turn.context).every(isFit)
    for (const hold of holdsOwingTest(turn.context))
      if (deviceOfHold(hold) === serial || (isWhole && concerns(turn.context, hold, serial)))
        liftHold(turn, hold.holdId)
  },
  'test.failed': (turn, event) => openTicket(turn, 'workshop', 'device_test_failed', event.serial),
}
