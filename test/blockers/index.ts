import type { BlockerCode } from '../../src/domain/index.ts'
import { applicationClearings, imposedClearings } from './applications.ts'
import { betweenClearings } from './between.ts'
import { chargeClearings, depositClearings, obligationClearings } from './charges.ts'
import { dataClearings, deviceClearings } from './devices.ts'
import { holdClearings } from './holds.ts'
import type { Clearings } from './kit.ts'
import { orderClearings } from './orders.ts'
import { paperClearings } from './papers.ts'
import { partyClearings } from './parties.ts'
import { remedyClearings } from './remedies.ts'
import { requestClearings } from './requests.ts'
import { senderClearings } from './senders.ts'
import { serviceClearings } from './service.ts'
import { settlementClearings } from './settlement.ts'

/** For every code how it comes up and how it goes; a code without one does not compile. */
export const clearings: Clearings<BlockerCode> = {
  ...senderClearings,
  ...holdClearings,
  ...requestClearings,
  ...remedyClearings,
  ...applicationClearings,
  ...paperClearings,
  ...imposedClearings,
  ...serviceClearings,
  ...deviceClearings,
  ...dataClearings,
  ...settlementClearings,
  ...chargeClearings,
  ...depositClearings,
  ...obligationClearings,
  ...partyClearings,
  ...orderClearings,
  ...betweenClearings,
}
