import { defaultPolicy } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { approved, clearingParts, confirmed, run } from '../support/closure.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import {
  closureRequested,
  digestOf,
  paper,
  reviewApproved,
  statusRead,
  terminal,
} from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { approve, placed, reinstatement, rejected, tested, withdrawn } from './acts.ts'
import { corrected, refused, required, story } from './kit.ts'

const licence = (id: string, validTo: string) => paper('business_licence', id, { validTo })
const proposed = (reason: 'DORMANT' | 'RULE_VIOLATION') =>
  ({ type: 'closure.proposed', proposalId: 'proposal-1', reason, basis: 'as agreed' }) as const
const imposed = { type: 'closure.imposed', proposalId: 'proposal-1' } as const
const appealed = { type: 'closure.appealed', proposalId: 'proposal-1', grounds: 'it was not us' } as const
const dismissed = { type: 'appeal.decided', proposalId: 'proposal-1', outcome: 'dismissed' } as const
const appeals = { policy: { ...defaultPolicy, appealAllowed: true } }
const cancelled = { type: 'closure.cancelled', requestedBy: 'provider', reason: 'no ground left' } as const

/** A hold is cleared by an approval that nobody uses for a month. */
const approvalUnused = async (world: World): Promise<void> => {
  await world.tell(p1, placed('licence', 'LICENCE_EXPIRED'))
  await world.tell(m1, reinstatement({ licence: 'LICENCE_EXPIRED' }))
  await world.tell(p2, approve('application-2', 'business_licence'))
  await world.pass(31)
}

export const applicationClearings = {
  REVIEW_OPEN: story(async (world) => {
    await world.tell(m1, closureRequested())
    return required(world, () => world.tell(p2, reviewApproved('application-1', ['business_licence'])))
  }),
  APPLICATION_OPEN: story(async (world) => {
    await world.tell(m1, closureRequested())
    return refused(world, m1, closureRequested({ applicationId: 'application-9' }), () =>
      world.tell(m1, withdrawn('application-1')),
    )
  }),
  APPLICATION_UNKNOWN: story(async (world) => {
    await world.tell(p1, placed('licence', 'LICENCE_EXPIRED'))
    await world.tell(m1, reinstatement({ licence: 'LICENCE_EXPIRED' }))
    return refused(world, m1, withdrawn('application-1'), () => world.tell(m1, closureRequested()))
  }),
  IDENTITY_MISMATCH: story((world) =>
    corrected(world, m1, closureRequested({ terminalId: '10000002' }), closureRequested()),
  ),
  SIGNATORY_NOT_AUTHORISED: story((world) =>
    refused(
      world,
      m1,
      closureRequested({ signatory: { personId: 'a2', authority: 'attorney', mandateRef: 'power-1' } }),
      () => world.tell(m1, { type: 'document.added', document: paper('power_of_attorney', 'power-1') }),
    ),
  ),
  REQUIRED_HERE: story((world) => {
    const { documents } = closureRequested()
    const other = closureRequested({
      reason: 'OTHER',
      documents: [...documents, paper('supporting_evidence')],
    })
    return corrected(
      world,
      m1,
      other,
      closureRequested({
        reason: 'OTHER',
        documents: [...documents, paper('supporting_evidence')],
        comment: 'the shop moves abroad',
      }),
    )
  }),
  REASON_MISSING: story(async (world) => {
    await world.tell(m1, closureRequested())
    const ask = (items: string[]) =>
      ({ type: 'review.informationRequested', applicationId: 'application-1', items }) as const
    return corrected(world, p2, ask([]), ask(['a stamp']))
  }),
  DOCUMENTS_INCOMPLETE: story((world) =>
    refused(world, m1, closureRequested({ documents: [paper('closure_request')] }), () =>
      world.tell(m1, { type: 'document.added', document: paper('business_licence') }),
    ),
  ),
  DOCUMENT_EXPIRED: story(async (world) => {
    const old = licence('licence-1', '2026-03-10T00:00:00+08:00')
    await world.tell(m1, closureRequested({ documents: [paper('closure_request'), old] }))
    await world.pass(20)
    const document = licence('licence-2', '2031-12-31T23:59:59+08:00')
    return refused(world, p2, approve('application-1'), () =>
      world.tell(m1, { type: 'document.added', document }),
    )
  }),
  SUPERSEDED: story(async (world) => {
    await world.tell(m1, closureRequested())
    const old = reviewApproved('application-1', ['business_licence'], digestOf('first-edition'))
    return corrected(world, p2, old, approve('application-1', 'business_licence'))
  }),
  ALREADY_DECIDED: story(async (world) => {
    await world.tell(m1, closureRequested({ effectiveDate: '2026-06-01T00:00:00+08:00' }))
    await world.tell(p2, approve('application-1', 'business_licence'))
    return refused(world, p2, rejected('application-1'), () => world.tell(m1, withdrawn('application-1')))
  }),
  NOT_RESUBMITTABLE: story(async (world) => {
    await world.tell(m1, closureRequested())
    await world.tell(p2, rejected('application-1', false))
    return refused(
      world,
      m1,
      {
        type: 'application.supplemented',
        applicationId: 'application-1',
        documents: [paper('waiver')],
        digest: digestOf('second-edition'),
      },
      () => world.tell(m1, withdrawn('application-1')),
    )
  }),
  REJECTION_UNANSWERED: story(async (world) => {
    await world.tell(m1, closureRequested())
    const unspecified = { ...rejected('application-1'), code: 'unspecified' } as LifecycleEvent
    await world.tell(p2, unspecified)
    const supplement: LifecycleEvent = {
      type: 'application.supplemented',
      applicationId: 'application-1',
      documents: [paper('waiver')],
      digest: digestOf('second-edition'),
    }
    return refused(world, m1, supplement, () =>
      world.tell(m1, { type: 'request.made', requestId: 'why', kind: 'support' }),
    )
  }),
  APPROVAL_EXPIRED: story(async (world) => {
    await approvalUnused(world)
    return refused(world, p1, tested(), async () => {
      await world.tell(m1, reinstatement({ licence: 'LICENCE_EXPIRED' }, 'application-3'))
      await world.tell(p2, approve('application-3'))
    })
  }),
}

export const imposedClearings = {
  APPEAL_OPEN: story(
    async (world) => {
      await world.tell(p1, proposed('DORMANT'))
      await world.tell(m1, appealed)
      return required(world, () => world.tell(p3, dismissed))
    },
    terminal(),
    appeals,
  ),
  PROPOSAL_OPEN: story(async (world) => {
    await world.tell(p1, proposed('DORMANT'))
    return refused(world, p1, { ...proposed('DORMANT'), proposalId: 'proposal-2' }, () =>
      world.tell(p1, cancelled),
    )
  }),
  PROPOSAL_UNKNOWN: story((world) =>
    refused(world, p2, imposed, () => world.tell(p1, proposed('RULE_VIOLATION'))),
  ),
  NOTICE_RUNNING: story(async (world) => {
    await world.tell(p1, proposed('DORMANT'))
    return refused(world, p2, imposed, () => world.pass(31))
  }),
  NOTICE_MISSING: story(async (world) => {
    await world.tell(p1, proposed('DORMANT'))
    await world.pass(31)
    return refused(world, p2, imposed, () =>
      world.tell(p1, { type: 'document.added', document: paper('closure_notice'), for: 'proposal-1' }),
    )
  }),
  APPEAL_NOT_ALLOWED: story(
    async (world) => {
      await world.tell(p1, proposed('DORMANT'))
      await world.tell(m1, appealed)
      await world.tell(p3, dismissed)
      return refused(world, m1, appealed, () => world.tell(p1, cancelled))
    },
    terminal(),
    appeals,
  ),
  APPEAL_UNKNOWN: story(
    async (world) => {
      await world.tell(p1, proposed('DORMANT'))
      return refused(world, p3, dismissed, () => world.tell(m1, appealed))
    },
    terminal(),
    appeals,
  ),
  IRREVERSIBLE_ACT_DONE: story(async (world) => {
    await run(world, approved, ...clearingParts, confirmed)
    return refused(world, p1, cancelled, () => world.tell(p1, statusRead('off', world.at(), 'closed')))
  }),
}
