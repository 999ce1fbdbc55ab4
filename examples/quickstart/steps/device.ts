import { type Person, people } from '../people.ts'
import { inspected, received, returnAuthorised, shipped } from './device-steps.ts'
import { deviceOf } from './facts.ts'
import { damageReport, returnRecord } from './papers.ts'
import { cny, type Step, when } from './step.ts'

export const accessoryChargeId = 'CH-BASE'
export const damageChargeId = 'CH-SCREEN'
export const accessoryPrice = 6_000
export const damagePrice = 26_000

/** The way home: a charging base is missing, and the screen did not break by itself. */
export const broughtBack = (owner: Person): readonly Step[] => [
  returnAuthorised({ destination: 'institution' }),
  shipped(owner.actor, { trackingNo: 'TC-7719-0042' }),
  received({ receiptId: 'REC-260316-07' }),
  inspected({
    condition: 'damaged',
    accessories: [
      { name: '电源适配器 (power adapter)', expected: 1, returned: 1 },
      { name: '充电底座 (charging base)', expected: 1, returned: 0 },
    ],
    damage: { cause: 'human', description: '屏幕碎裂，有跌落痕迹 (screen cracked, marks of a fall)' },
  }),
  {
    id: 'return-record-filed',
    by: people.intake.actor,
    after: when.today('09:50'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(returnRecord(situation)),
    }),
  },
  {
    id: 'damage-report-filed',
    by: people.intake.actor,
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
    event: ({ record }) => ({
      type: 'charge.raised',
      serial: deviceOf(record).serial,
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
    event: ({ record }) => ({
      type: 'charge.raised',
      serial: deviceOf(record).serial,
      chargeId: damageChargeId,
      kind: 'damage',
      amount: cny(damagePrice),
      feeTableVersion: 'standard',
    }),
  },
]
