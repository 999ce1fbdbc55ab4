import type { OrderKind } from '../../domain/index.ts'
import {
  CorruptRecordError,
  ForbiddenFieldError,
  FutureVersionError,
  InvalidInputError,
  InvariantViolationError,
  isTerminalLifecycleError,
  MissingMigrationError,
  type PluggedPart,
  PluginError,
  StoreError,
  type StoreFailure,
  type TerminalLifecycleError,
  VersionConflictError,
} from '../../errors/index.ts'

/** An error as JSON: name, code, message and the fields of its class. */
export type Told = Readonly<Record<string, unknown>>

/** A store that may work again soon is no answer: Restate asks again, and the caller waits. */
const passes = (error: unknown): boolean =>
  error instanceof StoreError && ['busy', 'unavailable', 'full'].includes(error.failure)

/** What whoever asked is told of an error. What passes, and what is no error of ours, is thrown on, for Restate to try again. */
export function toldOf(error: unknown): Told {
  if (!isTerminalLifecycleError(error) || passes(error)) throw error
  return (error as TerminalLifecycleError).toJSON()
}

/** The same of work that was begun: what it gives, or what is told of it. */
export const orTold = <Result>(work: Promise<Result>): Promise<Result | { told: Told }> =>
  work.catch((error: unknown) => ({ told: toldOf(error) }))

const statuses: Readonly<Record<string, number>> = {
  INVALID_INPUT: 400,
  FORBIDDEN_FIELD: 400,
  VERSION_CONFLICT: 409,
}

/** As an HTTP status. */
export const statusOf = ({ code }: Told): number => statuses[String(code)] ?? 500

const text = (value: unknown): string => String(value ?? '')
const orNothing = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : String(value)
const list = <Item>(value: unknown): readonly Item[] => (Array.isArray(value) ? value : [])

/** By the name of the class. Each makes what it keeps safe to show by itself, whoever told it. */
const rebuild: Readonly<Record<string, (told: Told) => Error>> = {
  InvalidInputError: ({ issues }) => new InvalidInputError({ issues: list(issues) }),
  ForbiddenFieldError: ({ paths }) => new ForbiddenFieldError({ paths: list(paths) }),
  VersionConflictError: ({ lifecycleId, expected, actual }) =>
    new VersionConflictError({
      ...{ lifecycleId: text(lifecycleId), expected: Number(expected) },
      actual: actual === null ? null : Number(actual),
    }),
  StoreError: ({ failure }) => new StoreError(text(failure) as StoreFailure),
  CorruptRecordError: ({ path, lifecycleId, invariant }) =>
    new CorruptRecordError({
      ...{ path: text(path), lifecycleId: orNothing(lifecycleId), invariant: orNothing(invariant) },
    }),
  FutureVersionError: ({ found, known }) =>
    new FutureVersionError({ found: text(found), known: text(known) }),
  MissingMigrationError: ({ from, to }) => new MissingMigrationError({ from: text(from), to: text(to) }),
  InvariantViolationError: ({ invariant }) => new InvariantViolationError({ invariant: text(invariant) }),
  PluginError: ({ part, kind }) =>
    new PluginError({ part: text(part) as PluggedPart, kind: orNothing(kind) as OrderKind | undefined }),
}

/** The error of ours that was told; `undefined` for what is none. */
export function errorFrom(told: unknown): Error | undefined {
  if (typeof told !== 'object' || told === null || !('name' in told)) return undefined
  const name = String(told.name)
  return Object.hasOwn(rebuild, name) ? rebuild[name]?.(told as Told) : undefined
}
