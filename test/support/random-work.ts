import { agentTasks, noteVisibilities, requestKinds } from '../../src/domain/index.ts'
import { noteKinds } from '../../src/schemas/index.ts'
import type { Dice } from './dice.ts'
import { device, later, type Makers, method, name, ordered, registry } from './random-parts.ts'
import { cny, digestOf, paper } from './samples.ts'

/** Papers of a dispute that are to be kept, some of them for a case. */
const toKeep = (dice: Dice) => {
  const facts = { hold: dice.chance(0.8), ...(dice.chance(0.7) && { caseId: name(dice, 'case') }) }
  return paper('dispute_evidence', name(dice, 'evidence'), facts)
}

/** What is asked of each other, and what is seen to. */
export const workMakers: Makers = {
  'document.added': (context, dice) => ({
    document: dice.chance(0.2)
      ? toKeep(dice)
      : { ...paper('supporting_evidence', name(dice, 'doc')), digest: digestOf(name(dice, 'content')) },
    ...(dice.chance(0.1) && { for: dice.key(context.holds, 'no-such-hold') }),
  }),
  'document.checked': ({ documents }, dice) => {
    const documentId = dice.key(documents, 'no-such-paper')
    return {
      documentId,
      digest: dice.chance(0.9) ? (documents[documentId]?.digest ?? digestOf('x')) : digestOf('other'),
      facts: dice.chance(0.8) ? (documents[documentId]?.facts ?? {}) : null,
    }
  },
  'note.recorded': (_, dice) => ({
    kind: dice.one(noteKinds),
    text: 'called the shop',
    ...(dice.chance(0.5) && { visibility: dice.one(noteVisibilities) }),
    followUpId: name(dice, 'follow'),
  }),
  'followUp.done': ({ followUps, requests }, dice) => ({
    followUpId: dice.key(dice.chance(0.8) ? followUps : requests, 'no-such-follow-up'),
  }),
  'request.made': (context, dice) => ({
    requestId: name(dice, 'request'),
    kind: dice.one(requestKinds),
    ...(dice.chance(0.3) && device(context, dice)),
    ...(dice.chance(0.2) && { depositId: dice.key(context.deposits, 'no-such-deposit') }),
  }),
  'request.declined': ({ requests }, dice) => ({
    requestId: dice.key(requests, 'no-such-request'),
    reason: 'not by the contract',
  }),
  'agent.assigned': (_, dice) => ({ agentId: name(dice, 'agent'), tasks: [dice.one(agentTasks)] }),
  'agent.released': ({ agent }, dice) => ({
    agentId: agent && dice.chance(0.9) ? agent.agentId : 'no-such-agent',
  }),
  'charge.waived': (context, dice) => {
    const kind = dice.one(['damage', 'accessory'] as const)
    const found = Object.values(context.devices).find(({ undecided }) => undecided.includes(kind))
    return { ...(found ? { serial: found.serial } : device(context, dice)), kind, basis: 'goodwill' }
  },
  'order.repeated': (context, dice) => ({ ...ordered(context, dice), ...method(dice) }),
  'order.parked': (context, dice) => ({ ...ordered(context, dice), code: 'REGISTER_DOWN', attempts: 20 }),
  'order.revived': (context, dice) => {
    const parked = Object.values(context.orders).filter((order) => order.parked !== undefined)
    return parked.length > 0 && dice.chance(0.9)
      ? { orderId: dice.one(parked).orderId }
      : ordered(context, dice)
  },
  'answer.refused': (context, dice) => ({ ...ordered(context, dice), codes: ['CURRENCY_MISMATCH'] }),
  'reading.accepted': ({ status }, dice) => ({
    readAt: status.readAt !== null && dice.chance(0.9) ? status.readAt : '2026-01-01T00:00:00Z',
    evidence: [paper('host_status_record')],
  }),
  'batch.closedByHost': (context, dice, at) => ({
    ...device(context, dice),
    batchNo: name(dice, 'batch'),
    upTo: dice.chance(0.8) ? at : later(at, -9),
    hostTotals: { count: 3, total: cny(3_000) },
    evidence: [paper('host_status_record')],
  }),
  'device.registered': (context, dice) => ({
    ...device(context, dice),
    model: 'P400',
    accessories: [{ name: 'power adapter', count: dice.below(3) }],
  }),
  'unbinding.ordered': (context, dice) => ({ ...device(context, dice), ...registry }),
}
