import { type CapabilityName, capabilityNames, type PayoutMethod } from '../../domain/index.ts'

/** A device as the acquirer's systems see it. */
export interface MockDevice {
  /** Transactions that it still holds, minor units. */
  batch: { count: number; total: number }
  /** What the host has booked of that batch; the same when left out. */
  hostTotals: { count: number; total: number } | null
  /** Digest read back from the copy; the one that is asked about when left out. */
  backupHash: string | null
  erased: boolean
  keysRevoked: boolean
}

/** A terminal as the acquirer's systems see it. `sale` is what the host calls acceptance. */
export interface MockTerminal {
  capabilities: Record<CapabilityName, boolean>
  registry: 'active' | 'suspended' | 'closed'
  /** Minor units that the terminal has earned and that were not paid out yet. */
  unsettled: number
  /** Minor units paid out so far; a statement is cumulative. */
  paidOut: number
  currency: string
  devices: Record<string, MockDevice>
  /** Entries of the register that were taken apart. */
  unbound: string[]
}

/** Money that left, and how it travelled. */
export interface MockPayment {
  terminalRef: string
  method: PayoutMethod
  /** Minor units. */
  amount: number
}

/** A notice that was sent, without its words. */
export interface MockNotice {
  terminalRef: string
  audience: string
  template: string
  phase: string
}

/** A ticket that was opened, without its words. */
export interface MockTicket {
  terminalRef: string
  department: string
  topic: string
}

/** Everything the acquirer's systems know; plain JSON. */
export interface MockWorld {
  terminals: Record<string, MockTerminal>
  /** Given back so far, by deposit, in minor units. */
  refunds: Record<string, number>
  payments: MockPayment[]
  notices: MockNotice[]
  tickets: MockTicket[]
}

/** What a test may set; devices are merged one by one. */
export type MockTerminalPatch = Partial<Omit<MockTerminal, 'devices' | 'capabilities'>> & {
  /** Shorthand for the capability `sale`. */
  acceptance?: 'on' | 'off'
  capabilities?: Partial<MockTerminal['capabilities']>
  devices?: Record<string, Partial<MockDevice>>
}

export const emptyWorld = (): MockWorld => ({
  terminals: {},
  refunds: {},
  payments: [],
  notices: [],
  tickets: [],
})

const freshDevice = (): MockDevice => ({
  batch: { count: 0, total: 0 },
  hostTotals: null,
  backupHash: null,
  erased: false,
  keysRevoked: false,
})

const freshTerminal = (): MockTerminal => ({
  capabilities: Object.fromEntries(
    capabilityNames.map((name) => [name, true]),
  ) as MockTerminal['capabilities'],
  registry: 'active',
  unsettled: 0,
  paidOut: 0,
  currency: 'CNY',
  devices: {},
  unbound: [],
})

/** The terminal of that reference; one never heard of sells, holds nothing and is owed nothing. */
export const terminalOf = (world: MockWorld, terminalRef: string): MockTerminal => {
  world.terminals[terminalRef] ??= freshTerminal()
  return world.terminals[terminalRef]
}

export const deviceOf = (terminal: MockTerminal, serial: string): MockDevice => {
  terminal.devices[serial] ??= freshDevice()
  return terminal.devices[serial]
}

export const patchTerminal = (world: MockWorld, terminalRef: string, patch: MockTerminalPatch): void => {
  const { devices = {}, capabilities, acceptance, ...rest } = patch
  const terminal = terminalOf(world, terminalRef)
  Object.assign(terminal, rest)
  Object.assign(terminal.capabilities, capabilities, acceptance && { sale: acceptance === 'on' })
  for (const [serial, device] of Object.entries(devices)) Object.assign(deviceOf(terminal, serial), device)
}
