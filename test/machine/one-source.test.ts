import { expect, it } from 'vitest'
import { type DocumentRef, documentTypes, type Facts, type SuspensionReason } from '../../src/domain/index.ts'
import { checkReinstatement, requirements } from '../../src/machine/index.ts'
import { diceOf } from '../support/dice.ts'
import { m1, p1 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { paper, reinstatementRequested, serial, terminal } from '../support/samples.ts'

const codes: readonly SuspensionReason[] = [
  'HARDWARE_FAULT',
  'SOFTWARE_FAULT',
  'REGULATORY_CHANGE',
  'DEVICE_OBSOLETE',
  'ACCOUNT_ARREARS',
  'ACCOUNT_DISPUTE',
  'ACCOUNT_ABNORMAL',
  'LICENCE_EXPIRED',
  'RULE_VIOLATION',
  'MALICIOUS_ATTACK',
  'USER_CHANGE',
  'OTHER',
]
const second = 'SN-2'
const otherwise: readonly Facts[] = [
  { validTo: '2026-01-01T00:00:00Z' },
  { result: 'failed' },
  { result: 'replaced', performer: 'provider' },
  { result: 'repaired', performer: 'merchant' },
  { result: 'repaired', performer: 'repairer', serial: second },
  { amount: 10, currency: 'CNY' },
]
const ofPapers = new Set(['DOCUMENTS_INCOMPLETE', 'DOCUMENT_EXPIRED', 'FACT_MISSING', 'EVIDENCE_UNSUITABLE'])
const asked = (wanted: readonly { readonly anyOf: readonly string[] }[]): readonly string[] =>
  [...new Set(wanted.map(({ anyOf }) => anyOf.join(' or ')))]
    .filter((one) => one !== 'reinstatement_request')
    .sort()

it('the papers that are asked for, that a check names, and for whose lack a request is refused are the same', async () => {
  const dice = diceOf(7)
  let lacking = 0
  for (let life = 0; life < 300; life += 1) {
    const reasons = [...new Set([dice.one(codes), dice.one(codes)])]
    const holds = reasons.map((code) => ({
      holdId: code,
      code,
      words: 'as the shop said',
      ...(dice.chance(0.3) && { serial }),
    }))
    const sole = { owner: 'provider', tenancy: 'sole' } as const
    const devices = [serial, second].map((one) => ({ serial: one, ...sole }))
    const { send, at, record } = openPlay(terminal({ devices, holds }))
    for (let count = 0; count < 5; count += 1) {
      const type = dice.one(documentTypes)
      const said = dice.chance(0.4)
        ? paper(type, `paper-${count}`, dice.one(otherwise))
        : paper(type, `paper-${count}`)
      await send(dice.one([m1, p1]), { type: 'document.added', document: said as DocumentRef })
      const { id: documentId, digest } = said
      if (dice.chance(0.15)) await send(p1, { type: 'document.checked', documentId, digest, facts: null })
    }
    const asking = { at: at(), actor: m1 }
    const { currentlyDue, pastDue } = requirements(await record(), asking)
    const required = asked([...currentlyDue, ...pastDue].flatMap(({ papers = [] }) => papers))
    const checked = asked(checkReinstatement(await record(), asking).papers)
    expect({ life, reasons, checked }).toEqual({ life, reasons, checked: required })
    const answer = await send(
      m1,
      reinstatementRequested(Object.fromEntries(reasons.map((code) => [code, code])), {
        documents: [paper('reinstatement_request')],
      }),
    )
    const refused = answer.accepted ? [] : answer.blockers.filter(({ code }) => ofPapers.has(code))
    expect({ life, reasons, required, refused: refused.length > 0 }).toEqual({
      life,
      reasons,
      required,
      refused: required.length > 0,
    })
    if (required.length > 0) lacking += 1
  }
  expect(lacking).toBeGreaterThan(100)
  expect(lacking).toBeLessThan(300)
})
