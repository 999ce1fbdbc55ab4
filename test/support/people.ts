import type { Actor } from '../../src/domain/index.ts'

const provider = (personId: string, ...duties: Actor['duties']): Actor => ({
  role: 'provider',
  personId,
  organisationId: 'acquirer-1',
  duties,
})

/** Everybody who appears in the stories; p1 under a second login is still p1. */
export const m1: Actor = { role: 'merchant', personId: 'm1', organisationId: 'MERCHANT-1', duties: [] }
export const p1 = provider('p1', 'intake', 'risk', 'keyCustodian')
export const p2 = provider('p2', 'reviewer')
export const p3 = provider('p3', 'settlement')
export const agent: Actor = {
  role: 'serviceProvider',
  personId: 'a1',
  organisationId: 'agent-1',
  duties: ['technician'],
  mandateRef: 'mandate-7',
}
export const sys: Actor = { role: 'system', personId: 'system', organisationId: 'acquirer-1', duties: [] }
export const recorder: Actor = { ...p1, onBehalfOf: 'merchant' }
