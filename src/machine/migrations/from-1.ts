import { type DocumentType, defaultPolicy, type LifecyclePolicy, misfitIn } from '../../domain/index.ts'
import { isObject } from '../shape/kinds.ts'

type Named = Readonly<Record<string, unknown>>

/** Applied to what is there; what is damaged stays as it is, so that reading it names the place. */
const each = (ledger: unknown, change: (item: Named) => Named): unknown =>
  isObject(ledger)
    ? Object.fromEntries(
        Object.entries(ledger).map(([key, item]) => [key, isObject(item) ? change(item) : item]),
      )
    : ledger

const within = (value: unknown, change: (item: Named) => Named): unknown =>
  isObject(value) ? change(value) : value

const inList = (list: unknown, change: (item: Named) => Named): unknown =>
  Array.isArray(list) ? list.map((item) => within(item, change)) : list

/** Switches that came with format 2, at the value at which nothing changes for a life that did not have them. */
const unchanged: Omit<
  LifecyclePolicy,
  | 'clocks'
  | 'verifyAttempts'
  | 'urgentBases'
  | 'appealAllowed'
  | 'setOffAllowed'
  | 'carryOverKinds'
  | 'unbindRequires'
  | 'systemMayPlace'
  | 'feeTables'
> = {
  extraPapers: {},
  filingRequired: false,
  noticeBeforeResuming: false,
  maxResubmissions: null,
  repairLiability: 'byCause',
  duties: 'any',
  repeatWindow: { amount: 80, unit: 'hours' },
  mayReportDisputes: ['provider'],
  mayHide: ['provider', 'serviceProvider', 'system'],
  mayHoldMoney: ['provider', 'serviceProvider', 'system'],
}

const policy = (old: Named): Named => ({
  ...unchanged,
  ...old,
  clocks: within(old.clocks, (clocks) => ({
    ...defaultPolicy.clocks,
    ...clocks,
  })),
})

/** The end of validity became a fact of the paper. */
const reference = ({ validTo, ...paper }: Named): Named =>
  typeof validTo !== 'string' || misfitIn(paper.type as DocumentType, { validTo }) !== undefined
    ? paper
    : { ...paper, facts: { validTo } }

const paper = (old: Named): Named => ({
  ...reference(old),
  // who brought it was not kept, and nobody had to check it
  addedBy: '',
  checkedBy: null,
  isRejected: false,
  for: null,
})

const application = (old: Named): Named => ({
  ...old,
  documents: inList(old.documents, reference),
  // what was asked for was hashed and dropped
  request: null,
  compared: 'notOnRecord',
})

const hold =
  (acquirerId: unknown) =>
  (old: Named): Named => ({
    ...old,
    placedBy: within(old.placedBy, (actor) => ({ ...actor, acquirerId })),
    until: null,
    source: null,
    words: null,
    side: 'terminal',
    fault: null,
  })

const device = (old: Named): Named => ({ ...old, model: null, accessories: null, undecided: [] })

/** What orders of the first format did not say: where an answer goes, and that money went by transfer. */
const sinceThen: Readonly<Record<string, Named>> = {
  notify: { reply: null },
  payOut: { method: 'directTransfer' },
  refundDeposit: { method: 'directTransfer' },
}

const order = (old: Named): Named => ({
  ...old,
  params: within(old.params, (params) => ({ ...sinceThen[String(old.kind)], ...params })),
})

const transaction =
  (acquirerId: unknown) =>
  (old: Named): Named => ({
    ...old,
    resolution: within(old.resolution, (resolution) => ({
      ...resolution,
      proposedBy: within(resolution.proposedBy, (actor) => ({ ...actor, acquirerId })),
    })),
  })

/** Events inside a record: acts that one of two people proposed, with the papers that they name. */
const proposedAct = (old: Named): Named => ({
  ...old,
  act: within(old.act, (act) =>
    Object.fromEntries(
      Object.entries(act).map(([name, value]) => [
        name,
        Array.isArray(value) ? inList(value, reference) : within(value, reference),
      ]),
    ),
  ),
})

const context = (old: Named): Named => {
  const acquirerId = isObject(old.identity) ? old.identity.acquirerId : undefined
  return {
    ...old,
    identity: within(old.identity, (identity) => ({ ...identity, openedInFormat: 1 })),
    policy: within(old.policy, policy),
    status: within(old.status, (status) => ({ ...status, acceptedReadAt: null })),
    holds: each(old.holds, hold(acquirerId)),
    devices: each(old.devices, device),
    charges: each(old.charges, (charge) => ({ ...charge, ground: null })),
    transactions: each(old.transactions, transaction(acquirerId)),
    orders: each(old.orders, order),
    documents: each(old.documents, paper),
    application: within(old.application, application),
    proposal: within(old.proposal, (proposal) => ({ ...proposal, needsNotice: false })),
    proposedActs: each(old.proposedActs, proposedAct),
    closing: within(old.closing, (closing) => ({ ...closing, request: null, formDocumentId: null })),
    refusedAnswers: {},
    told: {},
    requests: {},
    // unknown until somebody says: the first thing to tell such a life
    agent: null,
  }
}

const renminbi: ReadonlySet<unknown> = new Set(['RMB', 'CNH'])

/** Any three letters were a currency, and the renminbi is CNY: else such a life would take no amount any more. */
const withCodes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withCodes)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'currency' && renminbi.has(member) ? 'CNY' : withCodes(member),
    ]),
  )
}

/**
 * Format 1 to format 2: what came with the second stands at the value that changes nothing, and what the first accepted
 * stands. Papers count by their type, standing holds owe no notice, the request of an open application is unknown.
 */
export const fromFormat1 = (stored: Named): Named => ({
  ...stored,
  format: 2,
  machineVersion: '2',
  context: within(withCodes(stored.context), context),
})
