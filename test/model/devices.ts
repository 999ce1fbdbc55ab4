import { type Books, change, type Device, type No, put, type Then, unrun } from './books.ts'
import { takenBack } from './moves.ts'
import type { Around, Code, Said } from './told.ts'

/** Nobody waits for it, and the host takes its keys no more: what is on it is of no matter. */
const moot = (serial: string, { where }: Device, { revoked }: Around): boolean =>
  where === 'lossAccepted' && revoked.has(serial)

/** Inspected, its loss accepted, or kept by the merchant that owns it. A broken journey is answered first. */
const verdict = (serial: string, device: Device, { erased }: Around): boolean => {
  const { owner, where, journey, inspection } = device
  const answered =
    inspection?.breach === true && erased.has(serial) && !journey.includes('TENANT_CONSENT_MISSING')
  if (where === 'lossAccepted') return true
  if (owner === 'merchant' && where !== 'lost') return true
  return where === 'inspected' && (journey.length === 0 || answered)
}

export const custodySettled = ({ devices }: Books, around: Around): boolean =>
  Object.entries(devices).every(([serial, device]) => verdict(serial, device, around))

export const devicesDone = ({ devices }: Books, around: Around): boolean =>
  Object.entries(devices).every(
    ([serial, device]) =>
      verdict(serial, device, around) &&
      (around.erased.has(serial) || moot(serial, device, around)) &&
      ((around.keysGone.has(serial) && !around.wantsSeal(serial)) || moot(serial, device, around)),
  )

/** How it travelled: erased or sealed, in its own bag, with those who share it agreeing. */
const journeyNo = (
  books: Books,
  around: Around,
  event: { serial: string; bagNo?: string | undefined; sealIntact?: boolean | undefined },
): Code[] => {
  const device = books.devices[event.serial]
  if (device === undefined) return ['WRONG_SERIAL']
  const arrives = 'receiptId' in event
  const erased = around.erased.has(event.serial)
  const named = event.bagNo !== undefined || event.sealIntact !== undefined
  const other = Boolean(device.bag) && event.bagNo !== undefined && event.bagNo !== device.bag
  const codes: (Code | false)[] = [
    (!erased || around.wantsSeal(event.serial)) && !(named && device.bag) && 'ERASE_OR_SEAL_FIRST',
    device.bag === null && device.shared && 'TENANT_CONSENT_MISSING',
    (arrives ? !erased && (other || event.sealIntact === false) : other) && 'SEAL_BROKEN',
  ]
  return codes.filter((code) => code !== false)
}

const known =
  <E extends { serial: string }>(no: (device: Device, event: E, around: Around, books: Books) => Said) =>
  (books: Books, event: E, around: Around): Said => {
    const device = books.devices[event.serial]
    return device ? no(device, event, around, books) : ['DEVICE_UNKNOWN']
  }
const named = ({ devices }: Books, { serial }: { serial: string }): Said => [
  devices[serial] === undefined && 'WRONG_SERIAL',
]

export const devicesNo: No = {
  'loss.accepted': known(({ where, report }, { serial, evidence }, { keysGone, revoked }) => [
    where !== 'lost' && 'DEVICE_NOT_LOST',
    !keysGone.has(serial) && !revoked.has(serial) && 'KEYS_NOT_REVOKED',
    !report && evidence.length === 0 && 'REPORT_MISSING',
  ]),
  'device.declaredUnreturned': known((_, { serial }, __, { run }) => [
    !run.includes(`deviceReturnDue:${serial}`) && 'NOT_YET_DUE',
  ]),
  'device.declaredUnreadable': known(({ arrived }) => [!arrived && 'DEVICE_NOT_RECEIVED']),
  'return.authorised': known((device, { serial, seal, consent }, around, { run }) => {
    // where that is overdue, or the device is here, two persons do as well
    const late = device.arrived || run.includes(`deviceReturnDue:${serial}`)
    return [
      (!(around.erased.has(serial) || moot(serial, device, around)) || around.wantsSeal(serial)) &&
        seal === undefined &&
        'ERASE_OR_SEAL_FIRST',
      device.shared && consent === undefined && !late && 'TENANT_CONSENT_MISSING',
    ]
  }),
  'device.lost': named,
  'device.found': named,
  'device.shipped': (books, event, around) => journeyNo(books, around, event),
  'device.received': (books, event, around) => journeyNo(books, around, event),
  'device.inspected': ({ devices }, { serial }) => [
    devices[serial] === undefined ? 'WRONG_SERIAL' : !isHere(devices[serial]) && 'DEVICE_NOT_RECEIVED',
  ],
}

const missing = (where: Device['where'] | undefined): boolean => where === 'lost' || where === 'lossAccepted'
const isHere = ({ arrived, where }: Device): boolean => arrived && !missing(where)
/** It turned up: owed again, or looked at anew where it had been here and the terminal does not work with it. */
const found = (books: Books, serial: string, { phase }: Around): Books => {
  const device = books.devices[serial]
  if (device === undefined || !missing(device.where)) return books
  const arrived = device.arrived && (phase !== 'live' || device.retired)
  return change(unrun(books, `deviceReturnDue:${serial}`), 'devices', serial, {
    ...{ where: arrived ? 'received' : 'merchant', arrived },
  })
}

/** Nobody waits for it any more. */
const givenUp = (books: Books, serial: string): Books =>
  change(unrun(books, `deviceReturnDue:${serial}`), 'devices', serial, { where: 'lossAccepted' })

const travelled = (
  books: Books,
  around: Around,
  event: Parameters<typeof journeyNo>[2],
  to: Partial<Device>,
): Books => {
  const codes = journeyNo(books, around, event)
  const journey = [...new Set([...(books.devices[event.serial]?.journey ?? []), ...codes])]
  return change(found(books, event.serial, around), 'devices', event.serial, { journey, ...to })
}

export const newDevice = {
  where: 'merchant',
  arrived: false,
  report: false,
  known: [],
  accessories: [],
  bag: null,
  journey: [],
  leftWhole: false,
  inspection: null,
  undecided: [],
  retired: false,
} as const

export const devicesThen: Then = {
  'device.registered': (books, { serial, accessories = [] }) =>
    change(books, 'devices', serial, { accessories }),
  'device.lost': (books, { serial, report }) =>
    books.devices[serial]?.where === 'lossAccepted'
      ? books
      : change(books, 'devices', serial, {
          ...{
            where: 'lost',
            report: report?.type === 'loss_report' || books.devices[serial]?.report === true,
          },
        }),
  'device.found': (books, { serial }, around) => found(books, serial, around),
  'loss.accepted': (books, { serial }) => givenUp(books, serial),
  'device.declaredUnreturned': (books, { serial, charge }) => {
    const lost = givenUp(books, serial)
    if (charge === undefined || books.devices[serial]?.owner !== 'provider') return lost
    const raised = { kind: 'device', state: 'raised', paid: {}, carried: 0, ground: null } as const
    return put(lost, 'charges', charge.chargeId, { ...raised, amount: charge.amount.amount })
  },
  'device.replaced': (books, { oldSerial, newSerial, owner, tenancy }) =>
    put(change(books, 'devices', oldSerial, { retired: true }), 'devices', newSerial, {
      ...newDevice,
      ...{ owner, shared: tenancy === 'shared' },
    }),
  'return.authorised': (books, { serial, seal }) =>
    change(books, 'devices', serial, {
      bag: seal?.bagNo ?? '',
      journey: books.devices[serial]?.journey.filter((code) => code !== 'TENANT_CONSENT_MISSING') ?? [],
    }),
  'device.shipped': (books, event, around, { role }) => {
    const { serial, condition, photoHashes = [] } = event
    const whole = condition === 'intact' || condition === 'worn'
    const leftWhole = whole && (role !== 'merchant' || photoHashes.length > 0)
    // told late, of a journey that has ended: it is here
    const device = found(books, serial, around).devices[serial]
    return travelled(
      books,
      around,
      event,
      device && isHere(device) ? { leftWhole } : { leftWhole, where: 'inTransit' },
    )
  },
  'device.received': (books, event, around) => {
    const before = books.devices[event.serial]?.known ?? []
    if (before.includes(event.receiptId)) return books
    const here = { where: 'received', arrived: true, known: [...before, event.receiptId] } as const
    return travelled(unrun(books, `deviceReturnDue:${event.serial}`), around, event, here)
  },
  'device.inspected': (books, { serial, accessories, damage, sealBreach }) => {
    const device = books.devices[serial]
    if (device === undefined || !isHere(device)) return books
    const back = (name: string) => accessories.find((one) => one.name === name)?.returned ?? 0
    const less =
      accessories.some(({ expected, returned }) => returned < expected) ||
      device.accessories.some(({ name, count }) => back(name) < count)
    // it left whole: somebody else says what broke it
    const cause = damage?.cause === 'human' && device.leftWhole ? 'undetermined' : (damage?.cause ?? null)
    const found = (by: string | null, short: boolean) =>
      device.owner === 'merchant'
        ? []
        : [
            ...(by !== null && by !== 'nonHuman' ? (['damage'] as const) : []),
            ...(short ? (['accessory'] as const) : []),
          ]
    // what was found since it came is decided once
    const before =
      device.where === 'inspected' && device.inspection
        ? found(device.inspection.cause, device.inspection.missing)
        : []
    const undecided = found(cause, less).filter(
      (kind) => device.undecided.includes(kind) || !before.includes(kind),
    )
    const looked = change(books, 'devices', serial, {
      where: 'inspected',
      inspection: { cause, missing: less, breach: sealBreach !== undefined },
      undecided,
    })
    // a pledge that was ordered back before anybody knew
    return undecided.length === 0
      ? looked
      : takenBack(looked, ({ from }) => from !== null && looked.deposits[from]?.kind === 'device_pledge')
  },
}
