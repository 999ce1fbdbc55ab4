import type { EventOn } from '../../domain/index.ts'
import { boundDevice } from '../facts/devices.ts'
import { holdsOwingTest } from '../facts/holds.ts'
import { liftHold } from './holds.ts'
import type { Reducers } from './kit.ts'
import { openTicket } from './notices.ts'

export const deviceTestReducers: Reducers<EventOn<'device-test'>> = {
  'test.passed': (turn) => {
    for (const { holdId } of holdsOwingTest(turn.context)) liftHold(turn, holdId)
    const device = boundDevice(turn.context)
    // a device that passes is used again: what was given up for lost or revoked is no longer so, and it has keys
    if (device)
      turn.update('devices', device.serial, {
        keys: 'loaded',
        keysRevokedAt: null,
        writtenOff: false,
        unreadable: false,
      })
  },
  'test.failed': (turn, event) => openTicket(turn, 'workshop', 'device_test_failed', event.serial),
}
