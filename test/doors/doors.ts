import type * as z from 'zod'
import { createBackend, memoryDocuments } from '../../src/backend/index.ts'
import type { Actor, Blocker, SuspensionReason } from '../../src/domain/index.ts'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { createLifecycle, type LifecycleInput, type LifecycleRecord } from '../../src/machine/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import {
  type ApplicationRequest,
  ClosureRequest,
  type DocumentRef,
  filedRequest,
  type LifecycleEvent,
  parseForm,
  ReinstatementRequest,
  requestDigest,
  requestDocument,
  SuspensionRequest,
} from '../../src/schemas/index.ts'
import { createAcquirerHandler } from '../../src/server/index.ts'
import { merchantId, start, terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { type Form, holdId, type Process } from './forms.ts'

/** Every way in which an application reaches the record. */
export const doors = ['form', 'submit', 'dispatch', 'step'] as const
export type Door = (typeof doors)[number]

/** One complaint: where, and which. `path` is below the request; '' where the door does not say. */
interface Complaint {
  readonly code: string
  readonly path: string
  /** `reading`: before the record was looked at; `record`: by its rules. */
  readonly by: 'reading' | 'record'
}
/** What a door says: nothing at all when it lets the application in. */
export type Answer = readonly Complaint[]

const schemas: Readonly<Record<Process, z.ZodType>> = {
  closure: ClosureRequest,
  suspension: SuspensionRequest,
  reinstatement: ReinstatementRequest,
}
const merchant: Actor = {
  role: 'merchant',
  personId: 'm1',
  organisationId: merchantId,
  acquirerId: terminal().acquirerId,
  duties: [],
}
const lifecycleId = terminal().lifecycleId
const clock = { now: () => start }

/** The event as somebody writes it who leaves the form out: nothing has looked at it. */
const eventOf = async (process: Process, form: Form): Promise<LifecycleEvent> => {
  const request = form as ApplicationRequest
  const documents = [await requestDocument(request), ...request.documents] as DocumentRef[]
  return {
    type: `${process}.requested`,
    request: filedRequest(request),
    documents,
    digest: await requestDigest(request, documents),
  } as unknown as LifecycleEvent
}

const below = (path: string): string => path.replace(/^\/event/, '').replace(/^\/request/, '')

interface Said {
  readonly issues?: readonly Pick<Complaint, 'code' | 'path'>[]
  readonly paths?: readonly string[]
  readonly blockers?: readonly Pick<Blocker, 'code' | 'data'>[]
}

const complaints = ({ issues = [], paths = [], blockers = [] }: Said): Answer => [
  ...issues.map(({ code, path }) => ({ code, path: below(path), by: 'reading' as const })),
  ...paths.map((path) => ({ code: 'FORBIDDEN_FIELD', path: below(path), by: 'reading' as const })),
  ...blockers.map(({ code, data }) => ({
    code,
    path: typeof data?.path === 'string' ? data.path : '',
    by: 'record' as const,
  })),
]

/** A terminal that sells, or one that is held for the reason that is to be cleared. */
const inputFor = (process: Process, reason: string): LifecycleInput => {
  if (process !== 'reinstatement') return terminal()
  const hold = { holdId, code: reason as SuspensionReason }
  return terminal({ holds: [hold] })
}

const machine = createLifecycle()

/** All doors of one terminal. What is refused leaves no trace in the record, so that they may be tried again and again. */
export const openDoors = async (process: Process, reason: string) => {
  const input = inputFor(process, reason)
  const runtime = createRuntime({ store: memoryStore(), services: silentServices, clock })
  await runtime.open(input)
  const record: LifecycleRecord = machine.open(input, { at: start, commandId: 'open' }).record
  const handler = createAcquirerHandler(createBackend(runtime, { clock, documents: memoryDocuments() }), {
    side: 'portal',
    authenticate: () => merchant,
  })
  let told = 0
  const commandId = () => {
    told += 1
    return `command-${told}`
  }
  const post = async (what: string, body: unknown): Promise<Answer> => {
    const response = await handler(
      new Request(`https://office.example/v1/terminals/${lifecycleId}/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': commandId() },
        body: JSON.stringify(body),
      }),
    )
    const said = (await response.json()) as Said
    if (response.status < 300) return []
    // what is not well formed is 422, what does not fit the record 409
    if (response.status !== (said.issues ? 422 : 409))
      throw new Error(`${response.status} for ${JSON.stringify(said)}`)
    return complaints(said)
  }
  const through: Readonly<Record<Door, (form: Form) => Promise<Answer>>> = {
    form: async (form) => {
      const result = parseForm(schemas[process], form)
      return result.success ? [] : complaints(result)
    },
    submit: (form) => post(`${process}s`, form),
    dispatch: async (form) => {
      const event = await eventOf(process, form)
      try {
        const answer = await runtime.dispatch({ lifecycleId, commandId: commandId(), actor: merchant, event })
        return answer.accepted ? [] : complaints(answer)
      } catch (error) {
        if (!isTerminalLifecycleError(error)) throw error
        return complaints(error as Said)
      }
    },
    step: async (form) => {
      const event = await eventOf(process, form)
      const answer = machine.step(record, { commandId: commandId(), at: start, actor: merchant, event })
      return answer.accepted ? [] : complaints(answer)
    },
  }
  return through
}
