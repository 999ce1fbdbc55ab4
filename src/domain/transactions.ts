/** What becomes of a transaction that cannot be finished. */
export const handlings = ['complete', 'void', 'refund', 'transfer', 'writeOff'] as const
export type Handling = (typeof handlings)[number]
