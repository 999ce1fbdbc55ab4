import { chargeOpen } from '../facts/charges.ts'
import { items } from '../facts/kit.ts'
import { all, type Missing, when } from './kit.ts'

export const charges: Missing = (context) =>
  items(context.charges).flatMap((charge) => {
    const amount = chargeOpen(context, charge)
    return all(when(amount > 0, 'CHARGES_OUTSTANDING', charge.chargeId, { amount }))
  })
