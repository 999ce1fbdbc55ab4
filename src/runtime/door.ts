import {
  type Actor,
  duties,
  isTold,
  maskedReport,
  type Role,
  roles,
  secretIn,
  secretInReference,
} from '../domain/index.ts'
import { ForbiddenFieldError, type InputIssue, InvalidInputError } from '../errors/index.ts'
import type { LifecycleInput } from '../machine/index.ts'
import {
  AcquirerId,
  LifecycleEvent,
  LifecyclePolicy,
  OrganisationId,
  parseForm,
  Reference,
  readOften,
  TerminalInput,
} from '../schemas/index.ts'

/** Issues that mean a secret or card data, wherever they stand. */
const forbidden: ReadonlySet<string> = new Set([
  'FORBIDDEN_FIELD',
  'PAN_IN_TEXT',
  'IDENTITY_NUMBER_IN_TEXT',
  'SECRET_IN_TEXT',
])

function refuse(issues: readonly InputIssue[]): never {
  const paths = issues.filter(({ code }) => forbidden.has(code)).map(({ path }) => path)
  throw paths.length > 0 ? new ForbiddenFieldError({ paths }) : new InvalidInputError({ issues })
}

export const invalidInput = (path: string, code: string) =>
  new InvalidInputError({ issues: [{ path, code }] })

/**
 * What a person or an API asks is refused where it holds a secret; what is told has happened, and is read with a mark in its place.
 *
 * @param role Of the sender: what a system says is told, whatever its type.
 * @throws InvalidInputError naming every path that is wrong. @throws ForbiddenFieldError for secrets and card data.
 */
export function readEvent(event: unknown, role: Role): LifecycleEvent {
  // What its schema masks by itself is gone through once.
  const isMaskedAnyway = isTold((event as { type?: unknown } | null | undefined)?.type)
  const result = parseForm(LifecycleEvent, isMaskedAnyway ? event : maskedReport(event, role))
  return result.success
    ? result.data
    : refuse(result.issues.map(({ path, code }) => ({ path: `/event${path}`, code })))
}

interface Schema {
  safeParse(value: unknown): { success: boolean }
}

const issueAt = (path: string, schema: Schema, value: unknown): readonly InputIssue[] => {
  if (schema.safeParse(value).success) return []
  const secret = typeof value === 'string' ? secretInReference(value.slice(0, 200)) : undefined
  return [{ path, code: secret ?? (value === undefined ? 'REQUIRED' : 'INVALID_FORMAT') }]
}

const oneOf = (path: string, allowed: readonly unknown[], value: unknown): readonly InputIssue[] =>
  allowed.includes(value) ? [] : [{ path, code: 'NOT_ALLOWED_VALUE' }]

function actorIssues(actor: Partial<Actor> | undefined, path: string): readonly InputIssue[] {
  if (typeof actor !== 'object' || actor === null) return [{ path, code: 'REQUIRED' }]
  const { role, personId, organisationId, acquirerId, mandateRef, onBehalfOf, duties: has } = actor
  return [
    ...oneOf(`${path}/role`, roles, role),
    ...issueAt(`${path}/personId`, Reference, personId),
    ...issueAt(`${path}/organisationId`, OrganisationId, organisationId),
    ...issueAt(`${path}/acquirerId`, AcquirerId, acquirerId),
    ...(Array.isArray(has)
      ? has.flatMap((duty, index) => oneOf(`${path}/duties/${index}`, duties, duty))
      : [{ path: `${path}/duties`, code: 'REQUIRED' }]),
    ...oneOf(`${path}/onBehalfOf`, [undefined, 'merchant', 'authority'], onBehalfOf),
    ...(mandateRef === undefined ? [] : issueAt(`${path}/mandateRef`, Reference, mandateRef)),
  ]
}

/**
 * An actor as records and journals may show it: what it has and nothing else. For whoever reads actors from a file or a directory.
 *
 * @param path where issues begin.
 * @throws InvalidInputError naming every path that is wrong.
 * @example const actor = readActor(JSON.parse(text), '/people/0')
 */
export function readActor(actor: Actor, path = '/actor'): Actor {
  const issues = actorIssues(actor, path)
  if (issues.length > 0) refuse(issues)
  const { role, personId, organisationId, acquirerId, duties, onBehalfOf, mandateRef } = actor
  return {
    ...{ role, personId, organisationId, acquirerId, duties: [...duties] },
    ...(onBehalfOf && { onBehalfOf }),
    ...(mandateRef !== undefined && { mandateRef }),
  }
}

/** Ids under which the runtime itself sends commands: nobody else may take them. */
const reserved = /^(timer|claim|migrate|restored):|\/\d+#/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in it
const printable = /^[^\u0000-\u001f\u007f-\u009f]{1,255}$/

/** @throws InvalidInputError with INVALID_FORMAT or RESERVED. @throws ForbiddenFieldError for secrets and card data. */
export function readCommandId(commandId: unknown): string {
  if (typeof commandId !== 'string' || !printable.test(commandId)) {
    throw invalidInput('/commandId', 'INVALID_FORMAT')
  }
  if (reserved.test(commandId)) throw invalidInput('/commandId', 'RESERVED')
  const secret = secretInReference(commandId)
  if (secret) refuse([{ path: '/commandId', code: secret }])
  return commandId
}

/** A portfolio opens them by the thousand. */
const readTerminal = readOften(TerminalInput)

/** @throws InvalidInputError naming every path that is wrong. @throws ForbiddenFieldError for secrets and card data. */
export function readOpening(input: unknown): LifecycleInput {
  const result = parseForm(readTerminal, input)
  return result.success ? result.data : refuse(result.issues)
}

/**
 * It goes into every record that is opened, and is read from there for as long as that lives.
 *
 * @throws InvalidInputError naming every path that is wrong.
 */
export function checkPolicy(policy: unknown): void {
  if (policy === undefined) return
  const read = parseForm(LifecyclePolicy, policy)
  if (!read.success)
    throw new InvalidInputError({
      issues: read.issues.map(({ path, code }) => ({ path: `/policy${path}`, code })),
    })
}

const secretsAt = (value: unknown, path: string): readonly InputIssue[] => {
  if (typeof value === 'string') {
    const code = /\s/.test(value) ? secretIn(value) : secretInReference(value)
    return code ? [{ path, code }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => secretsAt(member, `${path}/${name}`))
}

/**
 * Names and words of options end in records and stores too: of a policy, a calendar, a catalogue, a process.
 *
 * @throws ForbiddenFieldError naming every path that holds a secret.
 */
export function refuseSecrets(options: Readonly<Record<string, unknown>>): void {
  const issues = secretsAt(options, '')
  if (issues.length > 0) refuse(issues)
}
