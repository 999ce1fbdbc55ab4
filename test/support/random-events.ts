import type { EventType } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { Dice } from './dice.ts'
import { applicationsMakers } from './random-applications.ts'
import { devicesMakers } from './random-devices.ts'
import { moneyMakers } from './random-money.ts'
import type { Makers } from './random-parts.ts'
import { workMakers } from './random-work.ts'

const makers: Makers = { ...applicationsMakers, ...devicesMakers, ...moneyMakers, ...workMakers }

/** An event of this type that could be meant for this record: mostly about something that is there. */
export const eventFor = (
  type: EventType,
  { context }: LifecycleRecord,
  dice: Dice,
  at: string,
): LifecycleEvent => {
  const make = makers[type]
  if (make === undefined) throw new Error(`Nothing makes ${type}`)
  return { type, ...make(context, dice, at) } as LifecycleEvent
}
