import * as z from 'zod'
import type { SystemsOperationName } from '../domain/index.ts'
import {
  Currency,
  Digest,
  Instant,
  orderParams,
  Reference,
  SerialNumber,
  ToldReference,
  ToldText,
} from '../schemas/index.ts'
import { type Operation, operation } from './operation.ts'
import { result } from './result.ts'
import { TerminalRef } from './terminal-ref.ts'
import { IdempotencyKey } from './views/outcome.ts'
import { StatusView } from './views/status.ts'
import { Amount, known, NetAmount, Words } from './wire.ts'

const terminal = z.strictObject({ terminalRef: TerminalRef })
const device = z.strictObject({ serial: SerialNumber })
const aboutTerminal = { terminalRef: TerminalRef }
const side = 'systems'
/** The amount that was asked for; `paid` where less than that was moved. */
const moved = { amount: Amount, paid: Amount.optional() }
const totals = { count: z.int().nonnegative(), total: NetAmount }

/**
 * What the record's orders call in the acquirer's host, terminal management, settlement and notification systems. An order
 * calls the operation of its own name with its own parameters.
 */
export const systemsSide = {
  disableAcceptance: operation({
    name: 'disableAcceptance',
    side,
    method: 'POST',
    path: '/systems/terminals/{terminalRef}/acceptance/disable',
    summary:
      'Switch capabilities of a terminal off at the host; that it took effect is read back by readStatus.',
    params: terminal,
    body: orderParams.disableAcceptance,
    reply: result({}),
    status: 202,
  }),
  enableAcceptance: operation({
    name: 'enableAcceptance',
    side,
    method: 'POST',
    path: '/systems/terminals/{terminalRef}/acceptance/enable',
    summary:
      'Switch capabilities of a terminal on at the host; that it took effect is read back by readStatus.',
    params: terminal,
    body: orderParams.enableAcceptance,
    reply: result({}),
    status: 202,
  }),
  readStatus: operation({
    name: 'readStatus',
    side,
    method: 'GET',
    path: '/systems/terminals/{terminalRef}/status',
    summary: 'What the host says of a terminal, read after `notBefore`.',
    params: terminal,
    query: orderParams.readStatus.partial(),
    reply: StatusView,
  }),
  uploadBatch: operation({
    name: 'uploadBatch',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/batch-uploads',
    summary: 'Have a device give up the transactions that it still holds.',
    params: device,
    body: orderParams.uploadBatch.omit({ serial: true }).extend(aboutTerminal),
    reply: result({ batchNo: ToldReference, upTo: Instant, ...totals, hostTotals: z.object(totals) }),
    status: 202,
  }),
  readBackup: operation({
    name: 'readBackup',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/backup-reads',
    summary: 'Read a back-up again from where it is kept, and digest it.',
    params: device,
    body: orderParams.readBackup.omit({ serial: true }).extend(aboutTerminal),
    reply: result({ hash: Digest }),
    status: 202,
  }),
  eraseDevice: operation({
    name: 'eraseDevice',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/erasures',
    summary: "Wipe a device, or only this acquirer's application on a shared one.",
    params: device,
    body: orderParams.eraseDevice.omit({ serial: true }).extend(aboutTerminal),
    reply: result({ method: known(['clear', 'purge', 'destroy']), tool: ToldText }),
    status: 202,
  }),
  revokeKeys: operation({
    name: 'revokeKeys',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/key-revocations',
    summary: "Have the host take a device's keys no more; the keys in the device stay where they are.",
    params: device,
    body: orderParams.revokeKeys.omit({ serial: true }).extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  collectDevice: operation({
    name: 'collectDevice',
    side,
    method: 'POST',
    path: '/systems/devices/{serial}/collections',
    summary:
      'Have a device fetched from where it stands. Accepted is not done: that it arrived is told later.',
    params: device,
    body: orderParams.collectDevice.omit({ serial: true }).extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  requestStatement: operation({
    name: 'requestStatement',
    side,
    method: 'POST',
    path: '/systems/settlements/statements',
    summary: "State what this terminal's settlement comes to, up to an instant or up to now.",
    body: orderParams.requestStatement.extend({ ...aboutTerminal, currency: Currency }),
    reply: result({
      statementId: ToldReference,
      upTo: Instant,
      net: NetAmount,
      gross: NetAmount.optional(),
      fees: NetAmount.optional(),
    }),
    status: 202,
  }),
  payOut: operation({
    name: 'payOut',
    side,
    method: 'POST',
    path: '/systems/settlements/payouts',
    summary: 'Pay a settled amount to the account that a token stands for.',
    body: orderParams.payOut.extend({ ...aboutTerminal, amount: Amount }),
    reply: result({ payoutId: Reference, ...moved }),
    status: 202,
  }),
  refundDeposit: operation({
    name: 'refundDeposit',
    side,
    method: 'POST',
    path: '/systems/settlements/deposit-refunds',
    summary: 'Give a deposit back, in whole or in part.',
    body: orderParams.refundDeposit.extend({ ...aboutTerminal, amount: Amount }),
    reply: result({ depositId: Reference, ...moved }),
    status: 202,
  }),
  unbind: operation({
    name: 'unbind',
    side,
    method: 'POST',
    path: '/systems/bindings/{registryRef}/unbindings',
    summary: 'Take terminal number and device apart in the register.',
    params: z.strictObject({ registryRef: Reference }),
    body: orderParams.unbind.omit({ registryRef: true }).extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  confirmClosure: operation({
    name: 'confirmClosure',
    side,
    method: 'POST',
    path: '/systems/terminals/{terminalRef}/closures',
    summary: 'Close a terminal number for good.',
    params: terminal,
    body: orderParams.confirmClosure,
    reply: result({ providerRef: ToldReference }),
    status: 202,
  }),
  notify: operation({
    name: 'notify',
    side,
    method: 'POST',
    path: '/systems/notices',
    summary: 'Tell somebody; the text comes from the template.',
    body: orderParams.notify.extend(aboutTerminal),
    reply: result({}),
    status: 202,
  }),
  openTicket: operation({
    name: 'openTicket',
    side,
    method: 'POST',
    path: '/systems/tickets',
    summary: 'Give a matter to a department.',
    body: orderParams.openTicket.extend(aboutTerminal),
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
    params: z.strictObject({ idempotencyKey: IdempotencyKey }),
    reply: z.object({
      idempotencyKey: IdempotencyKey,
      /** Name of the row that carried it out; its reply schema reads `result`. */
      operation: Words,
      result: z.looseObject({ status: Words }),
    }),
  }),
} as const satisfies { readonly [K in SystemsOperationName]: Operation & { readonly name: K } }
