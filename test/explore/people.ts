import { agent, m1, p1, p2, p3, sys } from '../support/people.ts'

/** Who speaks in the small worlds. */
export const people = {
  merchant: m1,
  clerk: p1,
  second: p2,
  third: p3,
  systems: sys,
  agent,
  /** The clerk, who carries out what an authority wants. */
  authority: { ...p1, onBehalfOf: 'authority' },
} as const
