import { expectTypeOf } from 'vitest'
import { createActor } from 'xstate'
import {
  type AcquirerClient,
  type Answer,
  type Blocker,
  type ClosureRequest,
  type ClosureRequestInput,
  explain,
  type LifecycleEvent,
  type LifecycleInput,
  type LifecycleRecord,
  openRecord,
  parseForm,
  ClosureRequest as schema,
  step,
  terminalLifecycleMachine,
} from '../../src/index.ts'
import { rules } from '../../src/machine/index.ts'
import { m1, p1 } from '../support/people.ts'
import { start, terminal } from '../support/samples.ts'

declare const record: LifecycleRecord
declare const client: AcquirerClient
const at = start

// a command, and what comes back
const answer = step(record, {
  commandId: 'c',
  at,
  actor: p1,
  event: { type: 'keys.removed', serial: 's', method: 'zeroised' },
})
expectTypeOf(answer).toEqualTypeOf<Answer>()
if (answer.accepted) expectTypeOf(answer.record).toEqualTypeOf<LifecycleRecord>()
else expectTypeOf(answer.blockers).toEqualTypeOf<readonly Blocker[]>()
// @ts-expect-error a refusal has no record
answer.record

// @ts-expect-error a record is never changed: what is read off it is remembered with it
record.value = 'closed'
// @ts-expect-error nor what is in it
record.context.holds = {}
for (const hold of Object.values(record.context.holds)) {
  // @ts-expect-error nor anything in that
  hold.status = 'lifted'
}

// @ts-expect-error no such event
step(record, { commandId: 'c', at, actor: p1, event: { type: 'keys.vanished', serial: 's' } })
// @ts-expect-error the method is missing
step(record, { commandId: 'c', at, actor: p1, event: { type: 'keys.removed', serial: 's' } })
step(record, {
  commandId: 'c',
  at,
  actor: p1,
  // @ts-expect-error not a method
  event: { type: 'keys.removed', serial: 's', method: 'forgotten' },
})
step(record, {
  commandId: 'c',
  at,
  // @ts-expect-error a sender is not a login: role, person and organisation are needed
  actor: { role: 'provider' },
  event: { type: 'keys.removed', serial: 's', method: 'zeroised' },
})
// @ts-expect-error a clock or an event, not neither
step(record, { commandId: 'c', at })

// what is written as a constant is an event, lists included, and nobody changes a list behind the journal's back
const written = {
  type: 'application.supplemented',
  applicationId: 'a',
  digest: 'd',
  documents: [{ id: 'i', type: 'business_licence', digest: 'd' }],
} as const
step(record, { commandId: 'c', at, actor: m1, event: written })
declare const supplement: Extract<LifecycleEvent, { type: 'application.supplemented' }>
// @ts-expect-error read-only
supplement.documents.push({ id: 'i', type: 'business_licence', digest: 'd' })

// questions may be partial
expectTypeOf(explain(record, { type: 'refund.ordered' }, { at, actor: m1 })).toEqualTypeOf<
  readonly Blocker[]
>()
// @ts-expect-error who asks?
explain(record, { type: 'refund.ordered' }, { at })
// @ts-expect-error no such event
explain(record, { type: 'refund.forgotten' }, { at, actor: m1 })
expectTypeOf(rules['hold.lifted'](record.context, { type: 'hold.lifted', by: p1, at })).toEqualTypeOf<
  readonly Blocker[]
>()
// @ts-expect-error each rule is asked about its own event
rules['hold.lifted'](record.context, { type: 'hold.placed', by: p1, at })

// opening
expectTypeOf(openRecord(terminal(), { at })).toEqualTypeOf<LifecycleRecord>()
// @ts-expect-error a terminal has at least a list of devices
const incomplete: LifecycleInput = {
  lifecycleId: 'l',
  acquirerId: 'a',
  merchantId: 'm',
  terminalId: 't',
  merchantName: 'n',
  merchantType: 'enterprise',
  openedBy: p1,
}
void incomplete

// an ordinary XState machine
const actor = createActor(terminalLifecycleMachine, { input: record.context })
expectTypeOf(actor.getSnapshot().hasTag('canSell')).toBeBoolean()
// @ts-expect-error no such tag
actor.getSnapshot().hasTag('mayDance')
// @ts-expect-error no such state
actor.getSnapshot().matches({ live: { service: 'asleep' } })
// @ts-expect-error an event must be stamped: who, when, which number
actor.send({ type: 'keys.removed', serial: 's', method: 'zeroised' })

// forms
const form = parseForm(schema, {})
if (form.success) expectTypeOf(form.data).toEqualTypeOf<ClosureRequest>()
// @ts-expect-error a failed form has no data
form.data
expectTypeOf<ClosureRequestInput>().toHaveProperty('merchantId')
// @ts-expect-error no secret has a field
expectTypeOf<ClosureRequestInput>().toHaveProperty('password')

// the client
expectTypeOf(client.checkClosure).toBeCallableWith({ lifecycleId: 'l' })
// @ts-expect-error which terminal?
client.checkClosure({})
// @ts-expect-error no such operation
client.forgetEverything
expectTypeOf<LifecycleEvent['type']>().toExtend<string>()
