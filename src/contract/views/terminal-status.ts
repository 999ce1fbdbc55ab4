import * as z from 'zod'
import { Instant } from '../../schemas/index.ts'
import { known, NetAmount } from '../wire.ts'
import { perCapability } from './case.ts'

/** What the host was last read to say of a terminal. */
export const TerminalStatusView = z.object({
  acceptance: known(['on', 'off', 'unknown']),
  registry: known(['active', 'suspended', 'closed', 'unknown']),
  /** Not settled yet; `null`: the host was never asked. */
  unsettled: NetAmount.nullable(),
  /** Left out: the host did not say. */
  capabilities: perCapability(z.boolean()),
  /** `null`: it was never read. */
  readAt: Instant.nullable(),
  /** Two people took this reading for the truth although it contradicts what was ordered. */
  acceptedReadAt: Instant.nullable(),
  /** Readings in a row that contradict what was ordered. */
  contradicted: z.int().nonnegative(),
  lastTransactionAt: Instant.nullable(),
})
export interface TerminalStatusView extends z.output<typeof TerminalStatusView> {}
