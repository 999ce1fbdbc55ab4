import { type CapabilityName, capabilityNames, type Instant } from '../../domain/index.ts'
import { type Fields, fields, flag, instant, integer, natural, nullable, optional, word } from './kinds.ts'

/** The host's own word about the terminal, as last read back. */
export interface HostStatus {
  acceptance: 'on' | 'off' | 'unknown'
  registry: 'active' | 'suspended' | 'closed' | 'unknown'
  /** Negative where refunds exceed sales. */
  unsettled: number | null
  readAt: Instant | null
  capabilities: Readonly<Partial<Record<CapabilityName, boolean>>>
  /** Two people took this reading for the truth although it contradicts what was ordered. */
  acceptedReadAt: Instant | null
  /** What worked when sale was last ordered off: the measure of what has to work again. */
  before?: Readonly<Partial<Record<CapabilityName, boolean>>>
  /** When the host was read to be selling what is ordered off; until it reads otherwise, or two people accept that. */
  sellsAt?: Instant
  /** Readings in a row that contradict what was ordered. */
  contradicted?: number
}

const capabilities = () => Object.fromEntries(capabilityNames.map((name) => [name, optional(flag)]))

export const status = () =>
  fields<HostStatus>({
    acceptance: word('on off unknown'),
    registry: word('active suspended closed unknown'),
    unsettled: nullable(integer),
    readAt: nullable(instant),
    capabilities: fields(capabilities() as Fields<HostStatus['capabilities']>),
    acceptedReadAt: nullable(instant),
    before: optional(fields(capabilities() as Fields<HostStatus['capabilities']>)),
    contradicted: optional(natural),
    sellsAt: optional(instant),
  })
