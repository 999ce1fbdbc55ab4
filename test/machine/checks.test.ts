import { describe, expect, it } from 'vitest'
import {
  checkReinstatement,
  checkSuspension,
  createLifecycle,
  type LifecycleRecord,
  requirements,
} from '../../src/machine/index.ts'
import { diceOf } from '../support/dice.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, paper, terminal } from '../support/samples.ts'
import { nextType, saying } from './walk.ts'

const arrears = () =>
  openPlay(
    terminal({
      holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' }],
      charges: [{ chargeId: 'c1', kind: 'arrears', amount: cny(20) }],
    }),
  )

const asked = (record: LifecycleRecord, at: string) => {
  const { currentlyDue, pastDue, eventuallyDue } = requirements(record, { at, actor: m1 })
  return [...currentlyDue, ...pastDue, ...eventuallyDue]
}

const paperOf = (items: ReturnType<typeof asked>) =>
  items.find(({ ref, code }) => ref === 'arrears' && code === 'DOCUMENTS_INCOMPLETE')

const typesIn = (papers: readonly { anyOf: readonly string[] }[] = []) =>
  papers.map(({ anyOf }) => anyOf.join('|')).sort()

describe('a paper that is wanted', () => {
  it('comes with those that do as well, apart from others that are wanted too', async () => {
    const world = arrears()
    const hold = paperOf(asked(await world.record(), world.at()))
    expect(typesIn(hold?.papers)).toEqual([
      'arrears_statement',
      'payment_proof|waiver',
      'reinstatement_request',
    ])
  })

  it('is not asked for once it is on file and counts, by any of the answers', async () => {
    const world = arrears()
    for (const type of ['arrears_statement', 'waiver'] as const)
      await world.tell(p1, { type: 'document.added', document: paper(type, `${type}-1`) })
    await world.tell(p3, { type: 'charge.met', chargeId: 'c1', amount: cny(20), paymentRef: 'paid-1' })
    const record = await world.record()
    const check = checkReinstatement(record, { at: world.at(), actor: m1 })
    const hold = paperOf(asked(record, world.at()))
    expect(typesIn(hold?.papers)).toEqual(['reinstatement_request'])
    expect(typesIn(check.papers)).toEqual(['reinstatement_request'])
    expect(check.possible).toBe('withPapers')
  })

  it('says of one on file why it does not count', async () => {
    const world = arrears()
    const waiver = paper('waiver', 'waiver-1')
    await world.tell(m1, { type: 'document.added', document: waiver })
    await world.tell(p2, {
      type: 'document.checked',
      documentId: waiver.id,
      digest: waiver.digest,
      facts: null,
    })
    const { papers } = checkReinstatement(await world.record(), { at: world.at(), actor: m1 })
    expect(papers.flatMap(({ onFile }) => onFile)).toEqual([
      { documentId: 'waiver-1', code: 'EVIDENCE_UNSUITABLE' },
    ])
  })
})

describe('a paper that does not count', () => {
  const lacking = paper('payment_proof', 'p-1', {})
  const expired = paper('business_licence', 'p-1', { validTo: '2026-01-01T00:00:00+08:00' })
  it.each([
    ['lacks what it has to say', 'ACCOUNT_ARREARS', lacking, { code: 'FACT_MISSING', fact: 'amount' }],
    ['has run out', 'LICENCE_EXPIRED', expired, { code: 'DOCUMENT_EXPIRED', fact: 'validTo' }],
  ] as const)('is shown with what is wrong with it: it %s', async (_, code, document, flaw) => {
    const world = openPlay(terminal({ holds: [{ holdId: 'hold-1', code }] }))
    await world.tell(m1, { type: 'document.added', document })
    const { papers } = checkReinstatement(await world.record(), { at: world.at(), actor: m1 })
    expect(papers.flatMap(({ onFile }) => onFile)).toEqual([{ documentId: 'p-1', ...flaw }])
  })
})

describe('a check', () => {
  it('is open where only papers are missing, shut where something else stands in the way', async () => {
    const world = openPlay()
    const question = () => ({ at: world.at(), actor: m1 })
    expect(checkSuspension(await world.record(), question()).possible).toBe('withPapers')
    expect(checkReinstatement(await world.record(), question()).possible).toBe('no')
    await world.tell(m1, { type: 'document.added', document: paper('suspension_request', 'form-1') })
    expect(checkSuspension(await world.record(), question()).possible).toBe('now')
  })

  it('asks for the same papers as the requirements do, however a life has gone', async () => {
    const { step } = createLifecycle()
    const world = openPlay(
      terminal({
        holds: [
          { holdId: 'hold-1', code: 'NETWORK_FAULT' },
          { holdId: 'hold-2', code: 'LICENCE_EXPIRED' },
          { holdId: 'hold-3', code: 'ACCOUNT_DISPUTE' },
        ],
      }),
    )
    const start = await world.record()
    let compared = 0
    for (let seed = 0; seed < 40; seed += 1) {
      const dice = diceOf(seed)
      let record = start
      for (let turn = 0; turn < 30; turn += 1) {
        const { actor, at, event } = saying(record, nextType(record, dice), dice)
        const answer = step(record, { commandId: `${seed}-${turn}`, at, actor, event })
        if (answer.accepted) record = answer.record
        if (record.context.closing !== null || record.context.application) continue
        const check = checkReinstatement(record, { at: record.at, actor: m1 })
        if (check.possible === 'no') continue
        // what ends on its own proof is no matter of an application
        const { holds } = record.context
        const needs = asked(record, record.at).filter(({ ref = '' }) => holds[ref]?.release !== 'evidence')
        const wanted = new Set(needs.flatMap(({ papers }) => typesIn(papers)))
        expect([...wanted].sort(), JSON.stringify(holds)).toEqual(typesIn(check.papers))
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(50)
  })
})
