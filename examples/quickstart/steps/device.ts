import { people } from '../people.ts'
import { deviceOf } from './facts.ts'
import { damageReport, returnRecord } from './papers.ts'
import { cny, type Step, when } from './step.ts'

export const accessoryChargeId = 'CH-BASE'
export const damageChargeId = 'CH-SCREEN'
export const accessoryPrice = 6_000
export const damagePrice = 26_000

/** The way home: a charging base is missing, and the screen did not break by itself. */
export const device: readonly Step[] = [
  {
    id: 'return-authorised',
    by: people.warehouse.actor,
    after: when.today('14:00'),
    event: ({ record }) => ({
      type: 'return.authorised',
      serial: deviceOf(record).serial,
      destination: 'institution',
    }),
  },
  {
    id: 'device-shipped',
    by: people.merchant.actor,
    after: when.nextDay('17:30'),
    event: ({ record }) => ({
      type: 'device.shipped',
      serial: deviceOf(record).serial,
      carrier: '同城速递 (city courier)',
      trackingNo: 'TC-7719-0042',
    }),
  },
  {
    id: 'device-received',
    by: people.warehouse.actor,
    after: when.inDays(2, '10:20'),
    event: ({ record }) => ({
      type: 'device.received',
      serial: deviceOf(record).serial,
      receiptId: 'REC-260316-07',
    }),
  },
  {
    id: 'device-inspected',
    by: people.workshop.actor,
    after: when.nextDay('09:30'),
    event: ({ record }) => ({
      type: 'device.inspected',
      serial: deviceOf(record).serial,
      condition: 'damaged',
      accessories: [
        { name: '电源适配器 (power adapter)', expected: 1, returned: 1 },
        { name: '充电底座 (charging base)', expected: 1, returned: 0 },
      ],
      damage: { cause: 'human', description: '屏幕碎裂，有跌落痕迹 (screen cracked, marks of a fall)' },
    }),
  },
  {
    id: 'return-record-filed',
    by: people.workshop.actor,
    after: when.today('09:50'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(returnRecord(situation)),
    }),
  },
  {
    id: 'damage-report-filed',
    by: people.workshop.actor,
    after: when.today('10:10'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(damageReport(situation, cny(damagePrice))),
    }),
  },
  {
    id: 'accessory-charged',
    by: people.workshop.actor,
    after: when.today('10:30'),
    event: () => ({
      type: 'charge.raised',
      chargeId: accessoryChargeId,
      kind: 'accessory',
      amount: cny(accessoryPrice),
      feeTableVersion: 'standard',
    }),
  },
  {
    id: 'damage-charged',
    by: people.workshop.actor,
    after: when.today('10:35'),
    event: () => ({
      type: 'charge.raised',
      chargeId: damageChargeId,
      kind: 'damage',
      amount: cny(damagePrice),
      feeTableVersion: 'standard',
    }),
  },
]
