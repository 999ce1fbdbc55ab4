import type { DocumentRef } from 'terminal-lifecycle/domain'
import { InvalidInputError } from 'terminal-lifecycle/errors'
import {
  ClosureRequest,
  type ClosureRequested,
  closureEvent,
  parseForm,
  requestDigest,
} from 'terminal-lifecycle/schemas'
import { people } from '../people.ts'
import type { CaseTerminal } from './step.ts'

export const applicationId = 'APP-2026-0302'

/** The paper form as the intake desk types it in; read by the same schema as a portal's form would be. */
export const requestForm = (
  { merchant, terminal }: CaseTerminal,
  documents: readonly DocumentRef[],
): ClosureRequest => {
  const result = parseForm(ClosureRequest, {
    process: 'closure',
    applicationId,
    merchantId: merchant.merchantId,
    merchantName: merchant.merchantName,
    terminalId: terminal.terminalId,
    serialNumber: terminal.devices[0]?.serial,
    contact: { email: 'tingyu@merchant.example' },
    channel: 'offline',
    signatory: { personId: people.merchant.actor.personId, authority: 'legalRepresentative' },
    attested: true,
    documents,
    reason: 'NO_LONGER_NEEDED',
    duration: 'permanent',
    disposition: 'return',
    payoutMethod: 'directTransfer',
    acknowledgement: { procedureVersion: '2026-01', at: '2026-03-02T09:00:00+08:00', contractReviewed: true },
  })
  if (!result.success) throw new InvalidInputError({ issues: result.issues })
  return result.data
}

/** What the journal gets of the form: the digest binds the decision to the form and to exactly these papers. */
export const requestedWith = async (
  terminal: CaseTerminal,
  filed: DocumentRef,
  papers: readonly DocumentRef[],
): Promise<ClosureRequested> => {
  const request = requestForm(terminal, papers)
  const documents = [filed, ...papers]
  return closureEvent(request, { documents, digest: await requestDigest(request, documents) })
}
