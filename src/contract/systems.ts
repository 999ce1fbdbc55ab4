import * as z from 'zod'
import { Currency, Digest, Instant, orderParams, Reference, SerialNumber, Text } from '../schemas/index.ts'
import { operation } from './operation.ts'
import { result } from './result.ts'
import { StatusView } from './views/status.ts'
import { Amount, known, NetAmount, Words } from './wire.ts'

/** `{acquirerId}:{merchantId}:{terminalId}`: how the acquirer's systems know a terminal. */
const TerminalRef = z.string().regex(/^[A-Za-z0-9-]{1,40}(:[A-Za-z0-9-]{1,40}){2}$/)

/** @example terminalRef({ acquirerId: 'acq-1', merchantId: 'm-1', terminalId: 't-1' }) // 'acq-1:m-1:t-1' */
export const terminalRef = (identity: {
  readonly acquirerId: string
  readonly merchantId: string
  readonly terminalId: string
}): string => `${identity.acquirerId}:${identity.merchantId}:${identity.terminalId}`

const terminal = z.strictObject({ terminalRef: TerminalRef })
const device = z.strictObject({ serial: SerialNumber })
const aboutTerminal = { terminalRef: TerminalRef }
const side = 'systems'
const totals = { count: z.int().nonnegative(), total: Amount }
const { eraseDevice, notify, openTicket, readBackup: backup, revokeKeys: keys } = orderParams

/** What the record's orders call in the acquirer's host, terminal management, settlement and notification systems. */
export const systemsSide = {
  setAcceptance: operation({
    name: 'setAcceptance',
    side,
    method: 'PUT',
    path: '/systems/terminals/{terminalRef}/acceptance',
    summary:
      'Switch capabilities of a terminal on or off at the host; that it took effect is read back by getTerminalStatus.',
    params: terminal,
    body: z.strictObject({
      capabilities: orderParams.enableAcceptance.shape.capabilities,
      enabled: z.boolean(),
      urgent: z.boolean(),
    }),
    reply: result({}),
    status: 202,
  }),
  getTerminalStatus: operation({
    name: 'getTerminalStatus',
    side,
    method: 'GET',
    path: '/systems/terminals/{terminalRef}/status',
    summary: 'What the host says of a terminal, read at `notBefore` or later.',
    params: terminal,
    query: z.strictObject({ notBefore: Instant.optional() }),
    reply: StatusView,
  }),
  requestBatchUpload: operation({
    name: 'requestBatchUpload',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/batch-upload',
    summary: 'Have a device give up the transactions that it still holds.',
    params: device,
    body: z.strictObject(aboutTerminal),
    reply: result({ batchNo: Reference, upTo: Instant, ...totals, hostTotals: z.object(totals) }),
    status: 202,
  }),
  readBackup: operation({
    name: 'readBackup',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/backup-reads',
    summary: 'Read a back-up again from where it is kept, and digest it.',
    params: device,
    body: backup.omit({ serial: true }).extend(aboutTerminal),
    reply: result({ hash: Digest }),
    status: 202,
  }),
  requestErasure: operation({
    name: 'requestErasure',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/erasures',
    summary: "Wipe a device, or only this acquirer's application on a shared one.",
    params: device,
    body: eraseDevice.omit({ serial: true }).extend(aboutTerminal),
    reply: result({ method: known(['clear', 'purge', 'destroy']), tool: Text }),
    status: 202,
  }),
  revokeKeys: operation({
    name: 'revokeKeys',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/key-revocations',
    summary: "Have the host take a device's keys no more; the keys in the device stay where they are.",
    params: device,
    body: keys.omit({ serial: true }).extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  requestSettlementStatement: operation({
    name: 'requestSettlementStatement',
    side,
    method: 'POST',
    path: '/systems/settlements/statements',
    summary: "State what this terminal's settlement comes to, up to an instant or up to now.",
    body: z.strictObject({ ...aboutTerminal, upTo: Instant.nullable(), currency: Currency }),
    reply: result({ statementId: Reference, upTo: Instant, net: NetAmount }),
    status: 202,
  }),
  instructPayout: operation({
    name: 'instructPayout',
    side,
    method: 'POST',
    path: '/systems/settlements/payouts',
    summary: 'Pay a settled amount to the account that a token stands for.',
    body: z.strictObject({ ...aboutTerminal, payoutId: Reference, amount: Amount, accountToken: Reference }),
    reply: result({ payoutId: Reference, amount: Amount }),
    status: 202,
  }),
  instructDepositRefund: operation({
    name: 'instructDepositRefund',
    side,
    method: 'POST',
    path: '/systems/settlements/deposit-refunds',
    summary: 'Give a deposit back, in whole or in part.',
    body: z.strictObject({
      ...aboutTerminal,
      depositId: Reference,
      refundId: Reference,
      amount: Amount,
      accountToken: Reference,
    }),
    reply: result({ depositId: Reference, amount: Amount }),
    status: 202,
  }),
  unbindTerminal: operation({
    name: 'unbindTerminal',
    side,
    method: 'POST',
    path: '/systems/bindings/{registryRef}/unbinding',
    summary: 'Take terminal number and device apart in the register.',
    params: z.strictObject({ registryRef: Reference }),
    body: z.strictObject({ ...aboutTerminal, serial: SerialNumber }),
    reply: result({}),
    status: 202,
  }),
  confirmClosure: operation({
    name: 'confirmClosure',
    side,
    method: 'POST',
    path: '/systems/terminals/{terminalRef}/closure',
    summary: 'Close a terminal number for good.',
    params: terminal,
    body: z.strictObject({ attempt: z.int().positive() }),
    reply: result({ providerRef: Reference }),
    status: 202,
  }),
  sendNotice: operation({
    name: 'sendNotice',
    side,
    method: 'POST',
    path: '/systems/notices',
    summary: 'Tell somebody; the text comes from the template.',
    body: notify.extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  openSupportTicket: operation({
    name: 'openSupportTicket',
    side,
    method: 'POST',
    path: '/systems/tickets',
    summary: 'Give a matter to a department.',
    body: openTicket.extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  getResult: operation({
    name: 'getResult',
    side,
    method: 'GET',
    path: '/systems/results/{idempotencyKey}',
    summary:
      'What became of a write, kept as long as the case itself: 404 means that nothing was carried out under this key.',
    params: z.strictObject({ idempotencyKey: z.string().min(1).max(200) }),
    reply: z.object({
      idempotencyKey: z.string(),
      /** Name of the row that carried it out; its reply schema reads `result`. */
      operation: Words,
      result: z.looseObject({ status: Words }),
    }),
  }),
} as const
