import { expect } from 'vitest'
import {
  closureReasonProfiles,
  closureReasons,
  defaultPolicy,
  reasonProfiles,
  suspensionReasons,
} from '../../src/domain/index.ts'
import { explain } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { agent, m1, onlyAs, p1, p2, recorder, sys } from '../support/people.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reinstatementRequested,
  reviewApproved,
  seen,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const forTheCourt = { ...p1, onBehalfOf: 'authority' } as const
const placed = (code: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId: `hold-${code}`, code, ...differs }) as LifecycleEvent

const codesOf = async (world: World, event: LifecycleEvent, actor: typeof p1): Promise<readonly string[]> =>
  explain(await world.record(), event, { at: world.at(), actor }).map(({ code }) => code)

const attack = terminal({ holds: [{ holdId: 'attack', code: 'MALICIOUS_ATTACK' }] })
const attackOver = (
  documents = [paper('reinstatement_request'), paper('dispute_evidence'), paper('rectification_report')],
) => reinstatementRequested({ attack: 'MALICIOUS_ATTACK' }, { documents })

export const boundStories: Stories = {
  'A16 who brings up a reason must be one who may: each reason, each side': async (open) => {
    const world = await open()
    for (const code of suspensionReasons) {
      const { initiators } = reasonProfiles[code]
      const orderRef = 'order-1'
      const own = await codesOf(world, placed(code, { orderRef }), p1)
      expect({ code, own: own.includes('REASON_NOT_FOR_INITIATOR') }).toEqual({
        code,
        own: !initiators.includes('provider'),
      })
      const forMerchant = await codesOf(world, placed(code, { orderRef }), recorder)
      expect({ code, of: forMerchant.includes('REASON_NOT_FOR_INITIATOR') }).toEqual({
        code,
        of: !initiators.includes('merchant'),
      })
    }
    for (const reason of closureReasons) {
      const { initiators } = closureReasonProfiles[reason]
      const proposal = { type: 'closure.proposed', proposalId: 'x', reason, basis: 'clause 9' } as const
      expect({ reason, codes: await codesOf(world, proposal, p1) }).toEqual({
        reason,
        codes: initiators.includes('provider') ? [] : ['REASON_NOT_FOR_INITIATOR'],
      })
      const asked = await codesOf(world, closureRequested({ reason, comment: 'as agreed' }), m1)
      expect({ reason, asked: asked.includes('REASON_NOT_FOR_INITIATOR') }).toEqual({
        reason,
        asked: !initiators.includes('merchant'),
      })
    }
  },

  'A16 a closure for a contract that still runs is refused, with the place in the form': async (open) => {
    const world = await open()
    const running = { expiresOn: '2035-01-01', renewed: false }
    await world.refuse(
      m1,
      closureRequested({
        reason: 'CONTRACT_EXPIRED',
        contract: running,
        documents: [paper('closure_request'), paper('business_licence'), paper('service_contract')],
      }),
      'CONTRACT_STILL_RUNNING',
    )
  },

  'A24 nobody decides without the duty, and the switch takes every duty off': async (open) => {
    const world = await open(attack)
    await world.tell(m1, attackOver())
    const approval = reviewApproved('application-2')
    const answers = async (actor: typeof p1) => codesOf(world, approval, actor)
    expect(await answers(onlyAs(p2))).toEqual(['DUTY_REQUIRED'])
    expect(await answers(onlyAs(p2, 'warehouse', 'settlement'))).toEqual(['DUTY_REQUIRED'])
    expect(await answers(onlyAs(p2, 'auditor'))).toEqual(['DUTY_REQUIRED'])
    expect(await answers(onlyAs(p2, 'reviewer'))).not.toContain('DUTY_REQUIRED')
    const free = await open(attack, undefined, { ...defaultPolicy, duties: 'any' })
    await free.tell(m1, attackOver())
    expect(await codesOf(free, approval, onlyAs(p2))).not.toContain('DUTY_REQUIRED')
  },

  'A24 one person under two spellings is one person': async (open) => {
    for (const personId of ['p1', 'P1']) {
      const world = await open()
      await world.tell(recorder, closureRequested())
      await world.refuse(
        { ...p2, personId },
        reviewApproved('application-1', ['business_licence']),
        'MAKER_IS_CHECKER',
      )
    }
  },

  'A24 a collective reason made a grave one asks for the duty of the grave one': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'odd', code: 'UNKNOWN' }] }))
    const made = {
      type: 'act.proposed',
      act: { type: 'hold.reclassified', holdId: 'odd', code: 'RULE_VIOLATION' },
    } as const
    await world.tell(p1, made)
    await world.refuse(onlyAs(p2, 'technician'), made.act, 'DUTY_REQUIRED')
    await world.tell(onlyAs(p2, 'risk'), made.act)
  },

  'A32 an authority’s order keeps its way out, whoever writes it down': async (open) => {
    const world = await open()
    for (const release of ['provider', 'none', 'evidence', 'application'] as const)
      await world.refuse(
        forTheCourt,
        placed('AUTHORITY_ORDER', { orderRef: 'court-7', release, caps: ['payout'] }),
        'WRONG_RELEASE_PATH',
      )
    await world.refuse(
      forTheCourt,
      placed('AUTHORITY_ORDER', { caps: ['payout'] }),
      'AUTHORITY_ORDER_REQUIRED',
    )
    await world.tell(forTheCourt, placed('AUTHORITY_ORDER', { orderRef: 'court-7', caps: ['payout'] }))
    expect((await world.context()).holds['hold-AUTHORITY_ORDER']).toMatchObject({ release: 'authority' })
    // its paper is owed from now on
    expect((await world.context()).deadlines['noticeDue:hold-AUTHORITY_ORDER']?.status).toBe('running')
  },

  'A32 nothing is made an authority’s order without the order': async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'odd', code: 'UNKNOWN' }] }))
    const made = { type: 'hold.reclassified', holdId: 'odd', code: 'AUTHORITY_ORDER' } as const
    expect(await codesOf(world, made, forTheCourt)).toContain('AUTHORITY_ORDER_REQUIRED')
  },

  'A32 who may hide a hold, and who may hold money, is policy': async (open) => {
    const world = await open()
    const hidden = placed('NETWORK_FAULT', { caps: ['payout'], orderRef: 'invented', disclosure: 'hidden' })
    for (const actor of [agent, sys])
      expect(await codesOf(world, hidden, actor)).toContain('ROLE_NOT_ALLOWED')
    const money = placed('NETWORK_FAULT', { caps: ['payout'] })
    expect(await codesOf(world, money, agent)).toContain('ROLE_NOT_ALLOWED')
    const careful = await open(terminal({ holds: [{ holdId: 'odd', code: 'UNKNOWN' }] }), undefined, {
      ...defaultPolicy,
      mayHoldMoney: ['system'],
    })
    const made = {
      type: 'hold.reclassified',
      holdId: 'odd',
      code: 'RULE_VIOLATION',
      caps: ['payout'],
    } as const
    expect(await codesOf(careful, made, p1)).toContain('ROLE_NOT_ALLOWED')
    const bold = await open(undefined, undefined, {
      ...defaultPolicy,
      mayHide: ['provider', 'serviceProvider'],
      mayHoldMoney: ['provider', 'serviceProvider'],
    })
    expect(await codesOf(bold, hidden, agent)).toEqual([])
  },

  'A36 every way back into sale asks for the papers of a sale [R-112]': async (open) => {
    const expired = paper('business_licence', 'licence', { validTo: '2026-02-01T00:00:00+08:00' })
    const plain = await open(terminal({ documents: { licence: expired } }))
    await plain.tell(p1, placed('RULE_VIOLATION', { holdId: 'x', test: 'none', release: 'provider' }))
    await plain.refuse(p2, { type: 'hold.lifted', holdId: 'x' }, 'DOCUMENT_EXPIRED')
    expect(await codesOf(plain, { type: 'hold.rescinded', holdId: 'x', reason: 'error' }, p2)).toContain(
      'DOCUMENT_EXPIRED',
    )
    const proven = await open(terminal({ documents: { licence: expired } }))
    await proven.tell(p1, placed('NETWORK_FAULT', { holdId: 'x', test: 'none', release: 'evidence' }))
    await proven.tell(m1, {
      type: 'hold.remedyClaimed',
      holdId: 'x',
      evidence: [paper('device_test_record')],
    })
    await proven.refuse(
      p2,
      { type: 'hold.remedyVerified', holdId: 'x', checked: seen('device_test_record') },
      'DOCUMENT_EXPIRED',
    )
    const renewed = { ...paper('business_licence', 'licence-2'), supersedes: 'licence' }
    await plain.tell(p1, { type: 'document.added', document: renewed })
    await plain.tell(p2, { type: 'hold.lifted', holdId: 'x' })
    await plain.tell(sys, statusRead('on', plain.at()))
    expect(await plain.value()).toMatchObject({ live: { service: 'inService' } })
  },

  'A41 who brought a paper for the provider does not approve what rests on it': async (open) => {
    const world = await open()
    await world.tell(p2, { type: 'document.added', document: paper('business_licence') })
    await world.tell(m1, closureRequested())
    const approval = reviewApproved('application-1', ['business_licence'])
    await world.refuse(p2, approval, 'MAKER_IS_CHECKER')
    await world.tell(p1, approval)
  },

  'A41 who wrote a supplement is one of its makers, under whatever login': async (open) => {
    const world = await open()
    await world.tell(m1, closureRequested())
    await world.tell(p2, {
      type: 'review.informationRequested',
      applicationId: 'application-1',
      items: ['a waiver'],
    })
    // who neither filed nor signed the application
    const clerk = { ...m1, personId: 'clerk-2' }
    await world.tell(clerk, {
      type: 'application.supplemented',
      applicationId: 'application-1',
      documents: [paper('waiver')],
      digest: digestOf('supplement-1'),
    })
    const approval = reviewApproved('application-1', ['business_licence', 'waiver'], digestOf('supplement-1'))
    for (const personId of ['M1', 'CLERK-2'])
      await world.refuse({ ...p2, personId }, approval, 'MAKER_IS_CHECKER')
    await world.tell(p2, approval)
  },
}
