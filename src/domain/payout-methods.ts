/** How money travels back to the merchant, be it a settlement or a deposit. */
export const payoutMethods = ['directTransfer', 'cheque', 'originalRoute'] as const
export type PayoutMethod = (typeof payoutMethods)[number]

/** A transfer goes to an account, which somebody has to have verified; a cheque, and the way the money came, need none. */
export const needsAccount = (method: PayoutMethod): boolean => method === 'directTransfer'
