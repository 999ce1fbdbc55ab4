import type { Actor } from 'terminal-lifecycle/domain'
import type { DocumentOf, LifecycleEvent } from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import { deviceOf } from './facts.ts'
import { type Situation, type Step, when } from './step.ts'
import { byTwo } from './two-persons.ts'

type EventOf<Type extends LifecycleEvent['type']> = Extract<LifecycleEvent, { type: Type }>
type About<Type extends LifecycleEvent['type']> = Omit<EventOf<Type>, 'type' | 'serial'>

/** What is done to a device on its way out, by whoever does it in every case. */
export const backedUp = (owner: Actor, hash: string, after: Step['after']): Step => ({
  id: 'backup-recorded',
  by: owner,
  after,
  event: ({ record, at }) => ({
    type: 'backup.recorded',
    serial: deviceOf(record).serial,
    upTo: at,
    hash,
    method: 'computer',
    encrypted: true,
    containsCardholderData: false,
  }),
})

export const erasureAuthorised = (procedure: string, after = when.nextDay('09:40')): Step => ({
  id: 'erasure-authorised',
  by: people.manager.actor,
  after,
  event: ({ record }) => ({
    type: 'erasure.authorised',
    serial: deviceOf(record).serial,
    scope: 'device',
    procedure,
  }),
})

export const keysRemoved: Step = {
  id: 'keys-removed',
  by: people.custodian.actor,
  after: when.today('11:00'),
  event: ({ record }) => ({ type: 'keys.removed', serial: deviceOf(record).serial, method: 'zeroised' }),
}

export const returnAuthorised = (about: About<'return.authorised'>, after = when.today('14:00')): Step => ({
  id: 'return-authorised',
  by: people.warehouse.actor,
  after,
  event: ({ record }) => ({ type: 'return.authorised', serial: deviceOf(record).serial, ...about }),
})

export const shipped = (owner: Actor, about: Omit<About<'device.shipped'>, 'carrier'>): Step => ({
  id: 'device-shipped',
  by: owner,
  after: when.nextDay('17:30'),
  event: ({ record }) => ({
    type: 'device.shipped',
    serial: deviceOf(record).serial,
    carrier: '同城速递 (city courier)',
    ...about,
  }),
})

export const received = (about: About<'device.received'>): Step => ({
  id: 'device-received',
  by: people.warehouse.actor,
  after: when.inDays(2, '10:20'),
  event: ({ record }) => ({ type: 'device.received', serial: deviceOf(record).serial, ...about }),
})

export const inspected = (about: About<'device.inspected'>): Step => ({
  id: 'device-inspected',
  by: people.workshop.actor,
  after: when.nextDay('09:30'),
  event: ({ record }) => ({ type: 'device.inspected', serial: deviceOf(record).serial, ...about }),
})

/** No copy can be made any more: two persons do without, on what the host says that it has. */
export const backupWaived = (
  statement: (situation: Situation) => DocumentOf<'server_side_records_statement'>,
): readonly Step[] =>
  byTwo(
    'backup-waived',
    [people.settlement.actor, people.manager.actor],
    when.nextDay('10:00'),
    async (situation) => ({
      type: 'backup.waived',
      serial: deviceOf(situation.record).serial,
      statement: await situation.file(statement(situation)),
    }),
  )
