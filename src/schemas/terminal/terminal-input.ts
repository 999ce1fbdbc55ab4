import * as z from 'zod'
import {
  agentTasks,
  capabilityNames,
  chargeKinds,
  closureReasons,
  depositKinds,
  duties,
  isIdempotencyKey,
  largestAmount,
  limits,
  merchantTypes,
  roles,
  suspensionReasons,
} from '../../domain/index.ts'
import { DocumentRef } from '../document-ref.ts'
import { finalTransactionStates, openTransactionStates } from '../events/transactions.ts'
import { crossField } from '../forms/cross-field.ts'
import { Line } from '../forms/fields.ts'
import { judgement } from '../forms/judged.ts'
import { orderStatuses } from '../orders.ts'
import {
  AcquirerId,
  Currency,
  Instant,
  MerchantId,
  MinorUnits,
  Money,
  OrganisationId,
  Reference,
  SerialNumber,
  TerminalId,
  Text,
} from '../primitives.ts'
import { DeviceInput } from './device-input.ts'
import { keyed } from './keyed.ts'

const ActorInput = z.strictObject({
  role: z.enum(roles),
  personId: Reference,
  organisationId: OrganisationId,
  acquirerId: AcquirerId,
  duties: z.array(z.enum(duties)).max(duties.length).readonly(),
  onBehalfOf: z.enum(['merchant', 'authority']).optional(),
  mandateRef: Reference.optional(),
})

const Transfer = z.strictObject({
  amount: MinorUnits,
  excess: MinorUnits,
  status: z.enum([...orderStatuses, 'returned']),
  reference: Reference,
})

/** 保证金 secures the business and is released late, 押金 secures the device and is released with it. */
const DepositInput = z.strictObject({
  depositId: Reference,
  kind: z.enum(depositKinds),
  amount: Money,
  heldBy: Line,
  releaseRule: z.enum(['custody', 'guaranteeTail']).exactOptional(),
  refunds: keyed(Transfer).exactOptional(),
  deductions: keyed(MinorUnits).exactOptional(),
  carriedOver: MinorUnits.exactOptional(),
})

/** A closure that was begun elsewhere, with what was done of it. */
const ClosingInput = z.strictObject({
  reason: z.enum(closureReasons),
  startedAt: Instant,
  statement: z
    .strictObject({
      statementId: Reference,
      upTo: Instant,
      net: MinorUnits,
      status: z.enum(['stated', 'confirmed', 'deemed']),
    })
    .optional(),
  payouts: keyed(Transfer).optional(),
})

/** Where the case was until now. */
const TakenOverInput = z.strictObject({ source: Line, asOf: Instant, reference: Reference.optional() })

const TransactionInput = z.strictObject({
  ref: Reference,
  kind: z.enum(['sale', 'preAuth', 'refund']),
  state: z.enum([...openTransactionStates, ...finalTransactionStates]),
  amount: Money,
  occurredAt: Instant,
  serial: SerialNumber.nullable(),
  test: z.boolean(),
  resolution: z
    .strictObject({ handling: Reference, proposedBy: ActorInput, accepted: z.boolean() })
    .nullable(),
})

/** Orders are named after their life, and their names are keys on the wire: what can be none would leave every order undone. */
const LifecycleId = Reference.check(
  judgement((id) => (isIdempotencyKey(id) ? undefined : 'INVALID_FORMAT'), ['INVALID_FORMAT']),
)

const shape = z.strictObject({
  lifecycleId: LifecycleId,
  acquirerId: AcquirerId,
  merchantId: MerchantId,
  terminalId: TerminalId,
  /** The terminal that this one took over from. */
  predecessorTerminalId: TerminalId.optional(),
  merchantName: Line,
  merchantType: z.enum(merchantTypes),
  currency: Currency.optional(),
  devices: z.array(DeviceInput).min(1).max(100).readonly(),
  /** The service provider that looks after the terminal, and what for. */
  agent: z
    .strictObject({
      agentId: Reference,
      tasks: z.array(z.enum(agentTasks)).min(1).max(agentTasks.length).readonly(),
    })
    .optional(),
  deposits: z.array(DepositInput).max(100).readonly().optional(),
  holds: z
    .array(
      z.strictObject({
        holdId: Reference,
        code: z.enum(suspensionReasons),
        chargeId: Reference.optional(),
        serial: SerialNumber.optional(),
        orderRef: Reference.optional(),
        caps: z.array(z.enum(limits)).max(limits.length).readonly().optional(),
        disclosure: z.enum(['open', 'hidden']).optional(),
        until: Instant.optional(),
        words: Text.optional(),
        side: z.enum(['terminal', 'platform']).optional(),
      }),
    )
    .max(100)
    .readonly()
    .optional(),
  charges: z
    .array(z.strictObject({ chargeId: Reference, kind: z.enum(chargeKinds), amount: Money }))
    .max(1000)
    .readonly()
    .optional(),
  transactions: z.array(TransactionInput).max(10_000).readonly().optional(),
  documents: keyed(DocumentRef).optional(),
  lastTransactionAt: Instant.nullable().optional(),
  /** Why it may have a device that another life still has, or another merchant's number that rests: two people say so. */
  exception: z
    .strictObject({ evidence: DocumentRef, enteredBy: Reference, verifiedBy: Reference })
    .optional(),
  payoutAccount: z
    .strictObject({
      token: Reference,
      name: Line,
      enteredBy: Reference,
      verifiedBy: Reference.nullable(),
      changedAt: Instant,
    })
    .nullable()
    .optional(),
  status: z
    .strictObject({
      acceptance: z.enum(['on', 'off', 'unknown']),
      registry: z.enum(['active', 'suspended', 'closed', 'unknown']),
      unsettled: z.int().min(-largestAmount).max(largestAmount).nullable(),
      readAt: Instant.nullable(),
      capabilities: z.partialRecord(z.enum(capabilityNames), z.boolean()).readonly(),
    })
    .optional(),
  closing: ClosingInput.optional(),
  takenOver: TakenOverInput.optional(),
  openedBy: ActorInput,
})
type Input = z.output<typeof shape>
const rule = crossField<Input>()
const distinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length

const input = shape.check(
  // nobody takes over from itself
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['predecessorTerminalId', 'terminalId'],
    holds: ({ predecessorTerminalId, terminalId }) => predecessorTerminalId !== terminalId,
  }),
  // whoever begins in the middle says where the beginning is
  rule({
    code: 'REQUIRED_HERE',
    reads: ['takenOver', 'closing'],
    params: { because: 'closing' },
    holds: ({ takenOver, closing }) => takenOver !== undefined || closing === undefined,
  }),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['devices'],
    holds: ({ devices }) => distinct(devices.map(({ serial }) => serial)),
  }),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['deposits'],
    holds: ({ deposits = [] }) => distinct(deposits.map(({ depositId }) => depositId)),
  }),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['holds'],
    holds: ({ holds = [] }) => distinct(holds.map(({ holdId }) => holdId)),
  }),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['charges'],
    holds: ({ charges = [] }) => distinct(charges.map(({ chargeId }) => chargeId)),
  }),
  rule({
    code: 'DUPLICATE_ITEM',
    reads: ['transactions'],
    holds: ({ transactions = [] }) => distinct(transactions.map(({ ref }) => ref)),
  }),
  rule({
    code: 'CURRENCY_MISMATCH',
    reads: ['currency', 'deposits', 'charges', 'transactions'],
    holds: ({ currency = 'CNY', deposits = [], charges = [], transactions = [] }) =>
      [...deposits, ...charges, ...transactions].every(({ amount }) => amount.currency === currency),
  }),
)

/**
 * A terminal as it stands when its life is opened here: selling, or imported with holds, deposits, charges and devices.
 * All money is in `currency`, CNY when left out.
 *
 * @example await runtime.open(TerminalInput.parse(await request.json()))
 */
export const TerminalInput: z.ZodType<TerminalInput> = input
export interface TerminalInput extends z.output<typeof input> {}
