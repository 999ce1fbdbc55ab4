import {
  type AcquirerClient,
  type CallOptions,
  type ClientOf,
  type Contract,
  type Operation,
  operations,
} from '../contract/index.ts'
import { conclude } from './conclude.ts'
import type { AcquirerClientOptions } from './options.ts'
import { outgoing } from './outgoing.ts'
import { polling } from './poll.ts'
import { reconciling } from './reconcile.ts'
import { send } from './send.ts'
import { type Settings, settingsOf } from './settings.ts'
import { shortcutMethods } from './shortcuts.ts'
import { uploading } from './upload.ts'

type Input = Readonly<Record<string, unknown>>

const call = async (
  row: Operation,
  settings: Settings,
  input: Input,
  options: CallOptions,
): Promise<unknown> => {
  const request = outgoing(row, settings, input, options)
  const { signal, expectedVersion } = options
  signal?.throwIfAborted()
  settings.usedKeys.note(request)
  const trail = await send(row, request, settings, signal)
  return conclude({ row, request, trail, settings, signal, expectedVersion })
}

/**
 * A client for every operation of the contract.
 *
 * Each method takes path parameters, query and body in one object. Nothing is sent that the contract would refuse, and
 * nothing is returned that it does not allow: new fields are dropped, unknown members of enumerations come as
 * `unknown(raw)`. Writes carry an idempotency key and are repeated only with the same one.
 *
 * Every method rejects with
 * - `InvalidInputError`: the input is wrong, nothing was sent;
 * - `RefusedError`: the other side said no, with its code and blockers;
 * - `VersionConflictError`: the case is not at `expectedVersion` any more;
 * - `OutcomeUnknownError`: a write left, and what came back, if anything, does not say for certain what became of it; `reconcile` asks;
 * - `ConnectionError`, `RequestTimeoutError`: no answer to a read, or a write that never left;
 * - `HttpError`: any other status of 400 and above;
 * - `ProtocolError`: an answer that is not as the contract says; it names where;
 * - `UntrustedEndpointError`: a redirect;
 * - `PluginError`: the authentication or the environment that was plugged in failed, before anything was sent;
 * - the reason of `signal`, when it aborts before a write has left, or while a read waits.
 *
 * None of them holds headers, bodies or credentials.
 *
 * @throws UntrustedEndpointError for a base URL that is not HTTPS.
 * @throws InvalidInputError for options that cannot be kept, such as a path with other parameters than its operation's.
 * @example
 * const client = createAcquirerClient({ baseUrl: 'https://acquirer.example/v1', auth: bearer(token) })
 * const { version, actions } = await client.getTerminal({ lifecycleId: 'lc-1' })
 */
export const createAcquirerClient = (options: AcquirerClientOptions): AcquirerClient => {
  const settings = settingsOf(options)
  const methods = operations.map((row) => [
    row.name,
    (input: Input = {}, callOptions: CallOptions = {}) => call(row, settings, input, callOptions),
  ])
  // Each method is made from the row of its name; no type can follow that through `Object.fromEntries`.
  const client = Object.fromEntries(methods) as unknown as ClientOf<Contract>
  return Object.freeze({
    ...client,
    ...shortcutMethods(client),
    uploadDocument: uploading(client),
    pollApplication: polling(client, settings.environment),
    reconcile: reconciling(client),
  })
}
