import { blocker } from '../../domain/index.ts'
import { chargeOpen } from '../facts/charges.ts'
import { undecidedDevices } from '../facts/devices.ts'
import { items } from '../facts/kit.ts'
import { all, type Missing, when } from './kit.ts'

export const undecided: Missing = (context) =>
  undecidedDevices(context).map(({ serial, undecided }) =>
    blocker('DAMAGE_UNDECIDED', serial, { kinds: undecided }),
  )

export const charges: Missing = (context) => [
  ...undecided(context),
  ...items(context.charges).flatMap((charge) => {
    const amount = chargeOpen(context, charge)
    return all(when(amount > 0, 'CHARGES_OUTSTANDING', charge.chargeId, { amount }))
  }),
]
