import { topics } from '../../../src/domain/topics.ts'
import { done, serial } from '../sayings-kit.ts'
import type { World } from '../world.ts'

export type Topic = keyof typeof topics
export const allTopics = Object.keys(topics) as Topic[]

/** What is said of each topic where it meets another one: little, so that all of it can be tried in every order. */
const bySaying: Readonly<Record<Topic, readonly string[]>> = {
  holds: ['arrears', 'arrears rescinded', 'case-5'],
  applications: ['closure asked for', 'approved', 'withdrawn'],
  imposed: ['proposed for cause', 'noticed', 'imposed'],
  closing: ['cancelled', 'confirmed'],
  'device-test': ['test passed', 'test failed'],
  acceptance: ['reads off', 'reads on'],
  transactions: ['sold before', 'reserved', 'captured', 'drained'],
  disputes: ['chargeback', 'chargeback lost'],
  devices: ['lost', 'found', 'received', 'inspected'],
  data: ['backup waived', 'wipe allowed', 'wiped', 'wipe verified'],
  keys: ['keys zeroised', 'keys revoked'],
  settlement: ['stated 2', 'agreed', 'payout 2', 'paid'],
  account: ['account given', 'account verified'],
  charges: ['charged', 'charge disputed', 'charge falls', 'charge met'],
  deposits: ['refund 1', 'refunded 1', 'deducted'],
  obligations: ['charged', 'deposit later', 'charge later'],
  binding: ['unbinding ordered', 'unbound', 'unbinding failed'],
  orders: ['disableAcceptance claimed', 'disableAcceptance accepted', 'disableAcceptance refused'],
  acts: ['unreachable proposed', 'unreachable'],
  requests: ['help wanted', 'declined'],
  agents: ['agent assigned', 'agent released'],
  parties: ['represented'],
  papers: ['paper filed', 'paper seen', 'paper rejected'],
  notes: ['note written', 'follow-up opened', 'follow-up done'],
  notices: ['told'],
  clocks: [],
}

/** Heard only as long as the terminal is not given up. */
const beforeTheEnd: ReadonlySet<Topic> = new Set(['applications', 'imposed', 'device-test'])

const opening: World['opening'] = {
  deposits: [
    {
      depositId: 'deposit-1',
      kind: 'device_pledge',
      amount: { amount: 2, currency: 'CNY' },
      heldBy: 'acquirer-1',
    },
  ],
  payoutAccount: {
    token: 'account-1',
    name: '青禾便利店',
    enteredBy: 'm1',
    verifiedBy: 'p3',
    changedAt: '2026-01-01T00:00:00Z',
  },
  devices: [{ serial, owner: 'provider', tenancy: 'sole' }],
}

/** What is done to the device is what such a pair is about; in all others it came back long ago, and nothing of it is left. */
const ofDevices: ReadonlySet<Topic> = new Set(['devices', 'data', 'keys', 'binding', 'transactions'])
const isAboutDevice = (pair: readonly Topic[]): boolean => pair.some((topic) => ofDevices.has(topic))
const isLive = (pair: readonly Topic[]): boolean => pair.some((topic) => beforeTheEnd.has(topic))

const cleared = ['received', 'inspected'] as const

const beforeOf = (pair: readonly Topic[]): readonly string[] => {
  if (pair.includes('device-test')) return ['upkeep', 'upkeep lifted']
  if (isLive(pair)) return []
  const begun = ['closure asked for', 'approved', 'reads off']
  if (!isAboutDevice(pair)) return [...begun, ...cleared]
  return pair.includes('data') ? [...begun, 'drained'] : begun
}

/** Where one of them is not heard before the end, the way there is among what may be said. */
const wayThere = (pair: readonly Topic[]): readonly string[] => {
  if (!isLive(pair)) return []
  return pair.includes('data')
    ? ['closure asked for', 'approved', 'reads off', 'drained']
    : ['closure asked for', 'approved']
}

/** Each topic meets each other one. */
export const pairs: readonly World[] = allTopics.flatMap((one, place) =>
  allTopics.slice(place + 1).map((other) => {
    const pair = [one, other]
    return {
      name: `${one} and ${other}`,
      opening: isAboutDevice(pair) || isLive(pair) ? opening : { ...opening, devices: [done] },
      before: beforeOf(pair),
      says: [...new Set([...wayThere(pair), ...pair.flatMap((topic) => bySaying[topic])])],
    }
  }),
)
