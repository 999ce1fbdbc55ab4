import { expect } from 'vitest'
import type { AcquirerClient, ShortcutName } from '../../../src/contract/index.ts'
import { closure, lifecycleId, type Person } from '../../backend/house.ts'
import { approved, backedUp, drained, saleOff } from '../../support/closure.ts'
import { m1, p1, p2 } from '../../support/people.ts'
import {
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  start,
} from '../../support/samples.ts'
import type { World } from '../../support/world.ts'

const text = 'It prints nothing.'
export const about = { lifecycleId }
const request = { lifecycleId, requestId: 'request-1', serial }

interface Played extends Pick<World, 'tell' | 'context'> {
  as(person: Person): AcquirerClient
  world: World
}
export type Case = (played: Played) => Promise<unknown>

const asks =
  (name: Extract<ShortcutName, `request${string}`>, kind: string): Case =>
  async ({ as, context }) => {
    await as('m1')[name](request)
    expect((await context()).requests['request-1']).toMatchObject({ kind, serial, status: 'open' })
  }
const followedUp =
  (name: 'escalate' | 'openSupportTicket' | 'reportDamage', topic: string): Case =>
  async ({ as, context }) => {
    await as('m1')[name]({ ...about, text })
    const { followUps, orders } = await context()
    expect(Object.values(followUps)).toMatchObject([{ text, done: false }])
    expect(Object.values(orders)).toMatchObject([{ kind: 'openTicket', params: { topic } }])
  }
const filesPaper =
  (name: 'recordFiling' | 'recordNotification', type: 'regulatory_filing' | 'customer_notice'): Case =>
  async ({ as, context }) => {
    await as('p1')[name]({ ...about, document: paper(type) })
    expect((await context()).documents[type]).toMatchObject({ type })
  }

/** What each does, seen in the record. A shortcut without a line here does not compile. */
export const shortcutCases: { readonly [Name in ShortcutName]: Case } = {
  getPendingTransactions: async ({ as }) =>
    expect(await as('m1').getPendingTransactions(about)).toEqual(await as('m1').getTransactions(about)),
  getSettlementStatement: async ({ as }) =>
    expect(await as('m1').getSettlementStatement(about)).toEqual(await as('m1').getSettlement(about)),
  getFeeStatement: async ({ as }) =>
    expect(await as('m1').getFeeStatement(about)).toEqual(await as('m1').getCharges(about)),
  resubmitApplication: async ({ as }) => {
    const { applicationId } = closure
    await as('m1').submitClosure({ ...about, ...closure })
    const rejected = {
      code: 'documents_incomplete',
      reason: 'A page is missing.',
      resubmittable: true,
    } as const
    await as('p2').decideApplication({ applicationId, decision: 'reject', ...rejected })
    await as('m1').resubmitApplication({ applicationId, documents: [paper('identity_proof')] })
    expect(await as('m1').getApplication({ applicationId })).toMatchObject({
      attempt: 2,
      status: 'underReview',
    })
  },
  addMessage: async ({ as }) => {
    await as('m1').addMessage({ ...about, text })
    expect((await as('p1').getTerminal(about)).notes).toMatchObject([{ text, role: 'merchant' }])
  },
  submitFeedback: async ({ as }) => {
    await as('m1').submitFeedback({ ...about, text })
    expect((await as('p1').getTerminal(about)).notes).toMatchObject([{ text, role: 'merchant' }])
  },
  escalate: followedUp('escalate', 'escalation'),
  openSupportTicket: followedUp('openSupportTicket', 'support_contact'),
  reportDamage: followedUp('reportDamage', 'problem_raised'),
  requestBackup: asks('requestBackup', 'backup'),
  requestRepair: asks('requestRepair', 'repair'),
  requestReplacement: asks('requestReplacement', 'replacement'),
  requestDeviceReturn: asks('requestDeviceReturn', 'return'),
  requestDeviceCollection: asks('requestDeviceCollection', 'collection'),
  recordBackup: async ({ as, context }) => {
    const copy = { upTo: start, hash: digestOf('copy'), method: 'computer', encrypted: true } as const
    await as('m1').recordBackup({ ...about, serial, ...copy, containsCardholderData: false })
    expect((await context()).devices[serial]?.backup).toMatchObject({ hash: copy.hash, verified: false })
  },
  recordErasure: async ({ as, tell, context, world }) => {
    for (const part of [approved, saleOff, drained, backedUp]) await part(world)
    await tell(p1, { type: 'erasure.authorised', serial, scope: 'device', procedure: 'wipe-3' })
    await as('p1').recordErasure({ ...about, serial, method: 'purge', tool: 'vendor tool 4' })
    expect((await context()).devices[serial]?.erasure).toBe('completed')
  },
  recordTest: async ({ as, tell, context }) => {
    await tell(p1, { type: 'hold.placed', holdId: 'hold-1', code: 'HARDWARE_FAULT' })
    await tell(m1, reinstatementRequested({ 'hold-1': 'HARDWARE_FAULT' }))
    await tell(p2, reviewApproved('application-2', ['business_licence', 'repair_or_replacement_record']))
    await as('p1').recordTest({
      ...about,
      type: 'test.failed',
      serial,
      kind: 'smoke',
      checks: [{ name: 'printer', passed: false }],
    })
    expect(JSON.stringify(await context())).toContain('device_test_failed')
  },
  confirmDeviceReceipt: async ({ as, context }) => {
    await as('p1').confirmDeviceReceipt({ ...about, serial, receiptId: 'receipt-1' })
    expect((await context()).devices[serial]?.receipts).toEqual(['receipt-1'])
  },
  unbindTerminal: async ({ as, tell, context, world }) => {
    for (const part of [approved, saleOff, drained]) await part(world)
    await tell(p1, { type: 'keys.removed', serial, method: 'zeroised' })
    await as('p1').unbindTerminal({ ...about, serial, registryRef: 'registry-9' })
    const kinds = Object.values((await context()).orders).map(({ kind }) => kind)
    expect(kinds).toContain('unbind')
  },
  recordFiling: filesPaper('recordFiling', 'regulatory_filing'),
  recordNotification: filesPaper('recordNotification', 'customer_notice'),
  reactivateCapabilities: async ({ as, tell, context }) => {
    await tell(p1, { type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' })
    await tell(p2, { type: 'hold.rescinded', holdId: 'hold-1', reason: 'It was another terminal.' })
    await as('p1').reactivateCapabilities(about)
    expect((await context()).followUps['after:cardFunctions']).toMatchObject({ done: true })
  },
}
