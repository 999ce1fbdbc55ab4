import { type Actor, maskedReport } from '../../src/domain/index.ts'
import { readEvent } from '../../src/runtime/door.ts'
import {
  ClosureRequest,
  type ClosureRequestInput,
  LifecycleEvent,
  parseForm,
  readOften,
} from '../../src/schemas/index.ts'
import { closure } from '../../test/schemas/examples/requests.ts'
import type { Row } from '../compare.ts'
import { golden } from '../golden.ts'
import { ajvOf } from '../references/ajv.ts'

/** As their senders wrote them: who told an event, and when, is stamped on later. */
const told = golden.flatMap(({ command }) => {
  if (!('event' in command)) return []
  const {
    by: _by,
    at: _at,
    seq: _seq,
    ...event
  } = structuredClone(command.event) as LifecycleEvent & {
    by?: Actor
    at?: string
    seq?: number
  }
  return [{ event, role: command.actor.role }]
})
/** No two requests are about the same terminal: what was searched for secrets once is not found clean the next time. */
const forms = told.map(
  (_, place): ClosureRequestInput => ({
    ...closure(),
    applicationId: `APP-${place}`,
    serialNumber: `SN-${place}`,
    documents: [
      { id: `DOC-${place}`, type: 'business_licence', digest: place.toString(16).padStart(64, 'd') },
    ],
  }),
)
/** As the server and the client read what they are sent and asked. */
const readRequest = readOften(ClosureRequest)

const isEvent = ajvOf(LifecycleEvent)
const isRequest = ajvOf(ClosureRequest)

// What is refused costs something else: each side takes all that the other one takes.
for (const { event, role } of told)
  if (!isEvent(maskedReport(event, role))) throw new Error(`ajv refuses ${event.type}`)
if (!forms.every((form) => isRequest(form) && parseForm(ClosureRequest, form).success))
  throw new Error('a closure request is refused')

const timed = [
  {
    name: 'event of the golden journals, read as the runtime reads it',
    reference: 'ajv compiled, with the same search for secrets',
    budget: 1.3,
    candidate: () => {
      for (const { event, role } of told) readEvent(event, role)
    },
    control: () => {
      for (const { event } of told) isEvent(event)
    },
  },
  {
    name: 'closure request, read as a server reads it',
    reference: 'ajv compiled, with the same search for secrets and rules over several fields',
    budget: 1.7,
    candidate: () => {
      for (const form of forms) parseForm(readRequest, form)
    },
    control: () => {
      for (const form of forms) isRequest(form)
    },
  },
] as const

// Ninety-eight kinds of events are as many pieces of code: the compiler has seen all of them often when they are timed.
for (const { candidate, control } of timed)
  for (let round = 0; round < 120; round += 1) {
    candidate()
    control()
  }

export const rows: readonly Row[] = timed
