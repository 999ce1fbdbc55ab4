import {
  type CallOptions,
  type ClientOf,
  type Contract,
  type Shortcut,
  type ShortcutsClient,
  shortcuts,
} from '../contract/index.ts'
import { InvalidInputError } from '../errors/index.ts'

type Input = Readonly<Record<string, unknown>>
type Method = (input: Input, options?: CallOptions) => Promise<unknown>

/** The one event there is, or the one that the input names. */
const typeOf = (events: readonly string[], { type }: Input): unknown => {
  if (events.length === 1) return events[0]
  if (!events.includes(String(type)))
    throw new InvalidInputError({ issues: [{ path: '/type', code: 'NOT_ALLOWED_VALUE' }] })
  return type
}

const methodOf = (client: ClientOf<Contract>, { through, events = [], fixed }: Shortcut): Method => {
  const carry = client[through] as Method
  if (through !== 'recordEvent') return (input, options) => carry({ ...input, ...fixed }, options)
  return async ({ lifecycleId, ...said }, options) =>
    carry({ lifecycleId, event: { ...said, ...fixed, type: typeOf(events, said) } }, options)
}

/** A method for each row of the table of shortcuts. */
export const shortcutMethods = (client: ClientOf<Contract>): ShortcutsClient =>
  // Each method is made from the row of its name; no type can follow that through `Object.fromEntries`.
  Object.fromEntries(
    Object.entries(shortcuts).map(([name, shortcut]) => [name, methodOf(client, shortcut)]),
  ) as unknown as ShortcutsClient
