import type { Actor, Duty } from '../../src/domain/index.ts'

// Types only from src: a page plays these too, against the built package.

const acquirerId = 'acquirer-1'
/** Of the terminal that `terminal()` opens. */
const merchantId = '898440354110001'
/** A person of the provider with every duty but looking on: what a story is about is who made what, not whose desk it is. */
const everyDuty = Object.keys({
  intake: true,
  reviewer: true,
  risk: true,
  settlement: true,
  keyCustodian: true,
  workshop: true,
  warehouse: true,
  collections: true,
  technician: true,
  operations: true,
  manager: true,
} satisfies Record<Exclude<Duty, 'auditor'>, true>) as Duty[]
const provider = (personId: string): Actor => ({
  role: 'provider',
  personId,
  organisationId: acquirerId,
  acquirerId,
  duties: everyDuty,
})
/** The same person with these duties alone. */
export const onlyAs = (person: Actor, ...own: Actor['duties']): Actor => ({ ...person, duties: own })

/** Everybody who appears in the stories; p1 under a second login is still p1. */
export const m1: Actor = {
  role: 'merchant',
  personId: 'm1',
  organisationId: merchantId,
  acquirerId,
  duties: [],
}
export const p1 = provider('p1')
export const p2 = provider('p2')
export const p3 = provider('p3')
export const agent: Actor = {
  role: 'serviceProvider',
  personId: 'a1',
  organisationId: 'agent-1',
  acquirerId,
  duties: ['technician'],
  mandateRef: 'mandate-7',
}
export const sys: Actor = {
  role: 'system',
  personId: 'system',
  organisationId: 'acquirer-1',
  acquirerId,
  duties: [],
}
/** Reads everything: what a test asserts about is the whole of it. */
export const asP1 = { actor: p1 }
export const recorder: Actor = { ...p1, onBehalfOf: 'merchant' }
