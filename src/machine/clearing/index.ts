import { type ClearingRegion, clearingRegions } from '../../domain/index.ts'
import { askedOnce } from '../facts/kit.ts'
import { acceptance } from './acceptance.ts'
import { binding } from './binding.ts'
import { charges } from './charges.ts'
import { deposits } from './deposits.ts'
import { devices } from './devices.ts'
import type { Missing } from './kit.ts'
import { settlement } from './settlement.ts'
import { transactions } from './transactions.ts'

/** One predicate for each region: the chart opens and closes its regions by them, the requirements list them. */
export const regions: Readonly<Record<ClearingRegion, Missing>> = {
  acceptance: askedOnce(acceptance),
  transactions: askedOnce(transactions),
  settlement: askedOnce(settlement),
  charges: askedOnce(charges),
  deposits: askedOnce(deposits),
  devices: askedOnce(devices),
  binding: askedOnce(binding),
}

/** Everything that stands between this terminal and the confirmation of its closure. */
export const openObligations: Missing = askedOnce((context) =>
  clearingRegions.flatMap((name) => regions[name](context)),
)
