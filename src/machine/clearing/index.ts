import { type Blocker, type ClearingRegion, clearingRegions } from '../../domain/index.ts'
import type { LifecycleContext } from '../shape/context.ts'
import { acceptance } from './acceptance.ts'
import { binding } from './binding.ts'
import { charges } from './charges.ts'
import { deposits } from './deposits.ts'
import { devices } from './devices.ts'
import type { Missing } from './kit.ts'
import { settlement } from './settlement.ts'
import { transactions } from './transactions.ts'

/** Asked once of a context: within a step the chart, the rules and the ledgers ask the same several times. */
const remembered = (missing: Missing): Missing => {
  const verdicts = new WeakMap<LifecycleContext, readonly Blocker[]>()
  return (context) => {
    const verdict = verdicts.get(context) ?? missing(context)
    verdicts.set(context, verdict)
    return verdict
  }
}

/** One predicate for each region: the chart opens and closes its regions by them, the requirements list them. */
export const regions: Readonly<Record<ClearingRegion, Missing>> = {
  acceptance: remembered(acceptance),
  transactions: remembered(transactions),
  settlement: remembered(settlement),
  charges: remembered(charges),
  deposits: remembered(deposits),
  devices: remembered(devices),
  binding: remembered(binding),
}

/** Everything that stands between this terminal and the confirmation of its closure. */
export const openObligations: Missing = remembered((context) =>
  clearingRegions.flatMap((name) => regions[name](context)),
)
