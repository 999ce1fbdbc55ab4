import * as z from 'zod'
import { blockerCodes, duties, lifeStates } from '../../domain/index.ts'
import { AcquirerId, Instant, MerchantId, Reference, TerminalId } from '../../schemas/index.ts'
import { known, list, Words } from '../wire.ts'
import { OwnerView } from './blocker.ts'

/** Something that is wanted of somebody, of one terminal. getRequirements tells the papers and amounts of it. */
export const WorkView = z.object({
  lifecycleId: Reference,
  acquirerId: AcquirerId,
  merchantId: MerchantId,
  terminalId: TerminalId,
  /** The service provider that is assigned now. */
  agentId: Words.nullable(),
  /** Where the life stands, the wider states first. */
  states: list(known(lifeStates)),
  /** Is it wanted now, looked at by the other side, or wanted later? */
  list: known(['due', 'verifying', 'later']),
  code: known(blockerCodes),
  ref: Words.nullable(),
  owner: OwnerView,
  /** Whose work it is at the provider, any one of them; none: of no duty in particular. */
  duties: list(known(duties)),
  due: Instant.nullable(),
})
export interface WorkView extends z.output<typeof WorkView> {}
