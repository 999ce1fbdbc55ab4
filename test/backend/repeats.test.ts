import { describe, expect, it } from 'vitest'
import { p1, p2 } from '../support/people.ts'
import { paper } from '../support/samples.ts'
import { closure, house, lifecycleId } from './house.ts'

const events = `/terminals/${lifecycleId}/events`
const closures = `/terminals/${lifecycleId}/closures`
const supplements = `/applications/${closure.applicationId}/supplements`
const withdrawal = `/applications/${closure.applicationId}/withdrawal`
const decision = `/applications/${closure.applicationId}/decision`
const note = { event: { type: 'note.recorded', kind: 'note', text: 'The shop moves.' } }

describe('the same key again', () => {
  it('is the same answer byte for byte, by a new process and wherever the case has come to since', async () => {
    const { post, anew, world } = await house()
    const filed = await post('m1', closures, closure, 'filed')
    const asked = { decision: 'askInformation', items: ['Who signed?'] }
    const decided = await post('p2', decision, asked, 'decided')
    const added = { documents: [paper('identity_proof')] }
    const supplied = await post('m1', supplements, added, 'supplied')
    expect([filed, decided, supplied].map(({ status, etag }) => [status, etag])).toEqual([
      [200, '"1"'],
      [200, '"2"'],
      [200, '"3"'],
    ])
    await world.tell(p1, { type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' })
    await world.tell(p1, { type: 'note.recorded', kind: 'escalation', text: 'It takes long.' })
    // the event of the supplement would be another one today
    await post('m1', withdrawal, undefined, 'withdrawn')
    const again = anew()
    expect(await again.post('m1', closures, closure, 'filed')).toEqual(filed)
    expect(await again.post('p2', decision, asked, 'decided')).toEqual(decided)
    expect(await again.post('m1', supplements, added, 'supplied')).toEqual(supplied)
  })

  it('is the same refusal, also when nothing stands in the way any more', async () => {
    const { post, anew, world } = await house()
    await post('m1', closures, closure, 'filed')
    const second = { ...closure, applicationId: 'application-2' }
    const refused = await post('m1', closures, second, 'second')
    expect(refused.status).toBe(409)
    await post('m1', withdrawal, undefined, 'withdrawn')
    expect(await anew().post('m1', closures, second, 'second')).toEqual(refused)
    expect((await anew().post('m1', closures, second, 'another')).status).toBe(200)
    await world.tell(p2, { type: 'note.recorded', kind: 'note', text: 'seen' })
    expect(await anew().post('m1', closures, second, 'second')).toEqual(refused)
  })

  it('of an act that changed nothing is the case as it was, also later', async () => {
    const { post, anew, world } = await house()
    const added = { event: { type: 'document.added', document: paper('identity_proof') } }
    const first = await post('m1', events, added, 'first')
    const nothing = await post('m1', events, added, 'repeat')
    expect(nothing.etag).toBe(first.etag)
    await world.tell(p2, { type: 'note.recorded', kind: 'note', text: 'seen' })
    expect(await anew().post('m1', events, added, 'repeat')).toEqual(nothing)
  })

  it('carries a write out once, however many copies of it arrive together', async () => {
    const { anew, world } = await house()
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => anew().post('m1', events, note, 'key-1')),
    )
    expect(new Set(copies.map(({ text }) => text)).size).toBe(1)
    expect(Object.keys((await world.context()).notes ?? {})).toHaveLength(1)
  })
})
