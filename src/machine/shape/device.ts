import type { Device } from '../context.ts'
import { fields, flag, instant, list, nullable, text, word } from './kinds.ts'

export const device = () =>
  fields<Device>({
    serial: text,
    role: word('bound retired'),
    owner: word('provider merchant agent'),
    tenancy: word('sole shared'),
    custody: word('merchant inTransit received inspected lost lossAccepted'),
    drainedUpTo: nullable(instant),
    writtenOff: flag,
    batches: list(text),
    lastTransactionAt: nullable(instant),
    backup: nullable(
      fields<NonNullable<Device['backup']>>({ upTo: instant, hash: text, verified: flag, waived: flag }),
    ),
    erasure: word('none authorised completed failed verified moot'),
    erasedBy: nullable(text),
    keys: word('loaded zeroised destroyed'),
    keysRevokedAt: nullable(instant),
    binding: word('bound unbindingOrdered unbound'),
    registryRef: nullable(text),
    unreadable: flag,
    returnTo: nullable(
      fields<NonNullable<Device['returnTo']>>({
        destination: text,
        bagNo: nullable(text),
        trackingNo: nullable(text),
      }),
    ),
    journeyFaults: list(word('ERASE_OR_SEAL_FIRST SEAL_BROKEN')),
    inspection: nullable(
      fields<NonNullable<Device['inspection']>>({
        condition: text,
        incomplete: flag,
        damageCause: nullable(text),
        sealBreach: nullable(text),
      }),
    ),
    lossReport: nullable(text),
    receipts: list(text),
    receivedAt: nullable(instant),
    retiredAt: nullable(instant),
  })
