import type { Contract, InputOf, OperationName, ReplyOf } from '../../contract/index.ts'
import { deviceOf, type MockWorld, terminalOf } from './world.ts'

/** Operations that change something over there. */
export type WriteName = Exclude<
  {
    [K in OperationName]: Contract[K] extends { side: 'systems'; method: 'POST' } ? K : never
  }[OperationName],
  never
>
type Done<K extends WriteName> = Omit<
  Extract<ReplyOf<Contract[K]>, { status: 'done' }>,
  'status' | 'reference'
>

/** When, and under which reference of the mock's own. */
export interface Moment {
  readonly at: string
  readonly reference: string
}

type CarryOut = {
  readonly [K in WriteName]: (world: MockWorld, input: InputOf<Contract[K]>, moment: Moment) => Done<K>
}

/**
 * What each operation does to the world, and the facts it reports. Nothing but the world, the input and the moment goes in,
 * so that a ledger can be replayed.
 */
export const carryOut: CarryOut = {
  disableAcceptance: (world, { terminalRef, capabilities }) => {
    const terminal = terminalOf(world, terminalRef)
    for (const name of capabilities) terminal.capabilities[name] = false
    return {}
  },
  enableAcceptance: (world, { terminalRef, capabilities }) => {
    const terminal = terminalOf(world, terminalRef)
    for (const name of capabilities) terminal.capabilities[name] = true
    return {}
  },
  uploadBatch: (world, { terminalRef, serial }, { at, reference }) => {
    const terminal = terminalOf(world, terminalRef)
    const device = deviceOf(terminal, serial)
    const { currency } = terminal
    const totals = ({ count, total }: { count: number; total: number }) => ({
      count,
      total: { amount: total, currency },
    })
    const { batch, hostTotals } = device
    device.batch = { count: 0, total: 0 }
    device.hostTotals = null
    return { batchNo: `B-${reference}`, upTo: at, ...totals(batch), hostTotals: totals(hostTotals ?? batch) }
  },
  readBackup: (world, { terminalRef, serial, hash }) => ({
    hash: deviceOf(terminalOf(world, terminalRef), serial).backupHash ?? hash,
  }),
  eraseDevice: (world, { terminalRef, serial }) => {
    deviceOf(terminalOf(world, terminalRef), serial).erased = true
    return { method: 'purge', tool: 'remote wipe 2.1' }
  },
  revokeKeys: (world, { terminalRef, serial }) => {
    deviceOf(terminalOf(world, terminalRef), serial).keysRevoked = true
    return {}
  },
  // Accepted, and nothing more is told: nobody has fetched it yet.
  collectDevice: () => ({}),
  requestStatement: (world, { terminalRef, upTo, currency }, { at, reference }) => {
    const { unsettled, paidOut } = terminalOf(world, terminalRef)
    return {
      statementId: `ST-${reference}`,
      upTo: upTo ?? at,
      net: { amount: unsettled + paidOut, currency },
    }
  },
  payOut: (world, { terminalRef, payoutId, amount, method }) => {
    const terminal = terminalOf(world, terminalRef)
    terminal.unsettled -= amount.amount
    terminal.paidOut += amount.amount
    world.payments.push({ terminalRef, method, amount: amount.amount })
    return { payoutId, amount }
  },
  refundDeposit: (world, { terminalRef, depositId, amount, method }) => {
    world.refunds[depositId] = (world.refunds[depositId] ?? 0) + amount.amount
    world.payments.push({ terminalRef, method, amount: amount.amount })
    return { depositId, amount }
  },
  unbind: (world, { terminalRef, registryRef }) => {
    terminalOf(world, terminalRef).unbound.push(registryRef)
    return {}
  },
  confirmClosure: (world, { terminalRef }, { reference }) => {
    terminalOf(world, terminalRef).registry = 'closed'
    return { providerRef: `CL-${reference}` }
  },
  notify: (world, { terminalRef, audience, template, phase }) => {
    world.notices.push({ terminalRef, audience, template, phase })
    return {}
  },
  openTicket: (world, { terminalRef, department, topic }) => {
    world.tickets.push({ terminalRef, department, topic })
    return {}
  },
}
