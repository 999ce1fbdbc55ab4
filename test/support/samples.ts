import { remediesFor, type SuspensionReason } from '../../src/domain/index.ts'
import type { ReinstatementRequested } from '../../src/schemas/index.ts'
import { asked, common, digestOf, paper, type Said, terminalId } from './plain-samples.ts'

export {
  batch,
  closureRequested,
  cny,
  digestOf,
  merchantId,
  paper,
  paperFor,
  reviewApproved,
  seen,
  serial,
  start,
  statusRead,
  suspensionRequested,
  terminal,
  terminalId,
} from './plain-samples.ts'

/** For holds with these reasons, each with a remedy that suits it. */
export const reinstatementRequested = (
  holds: Readonly<Record<string, SuspensionReason>>,
  { applicationId = 'application-2', ...differs }: Said<ReinstatementRequested> = {},
): ReinstatementRequested =>
  asked<ReinstatementRequested>(
    {
      type: 'reinstatement.requested',
      request: {
        process: 'reinstatement',
        ...common,
        applicationId,
        terminalId,
        holdIds: Object.keys(holds),
        suspendedOn: '2026-03-01',
        reasons: [...new Set(Object.values(holds))],
        reasonDescription: 'as the notice said',
        whyRestore: 'the shop has to sell',
        whyLift: 'the cause is put right',
        remedies: Object.entries(holds).map(([holdId, code]) => ({
          holdId,
          kind: remediesFor[code][0] ?? 'noneRequired',
          performedBy: 'provider',
          evidence: [],
        })),
      },
      digest: digestOf(applicationId),
      documents: [
        paper('reinstatement_request'),
        paper('business_licence'),
        paper('arrears_statement'),
        paper('payment_proof'),
        paper('repair_or_replacement_record'),
      ],
    },
    differs,
  )
