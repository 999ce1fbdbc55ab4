import type { AcquirerClient } from '../../../src/client/index.ts'
import type { CaseView } from '../../../src/contract/index.ts'
import type { DocumentRef } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'

type Write = (client: AcquirerClient, options: { idempotencyKey: string }) => Promise<CaseView>

const forms: ReadonlySet<string> = new Set(['closure_request', 'suspension_request', 'reinstatement_request'])
const withoutForm = (documents: readonly DocumentRef[]): DocumentRef[] =>
  documents.filter(({ type }) => !forms.has(type))

/** How a person says it at the portal: applications by their forms, everything else as it is. */
export const writeOf = (lifecycleId: string, event: LifecycleEvent): Write => {
  if ('request' in event) {
    const { request } = event
    const form = {
      ...{ lifecycleId, contact: { name: '林晓', mobile: '13800138000' } },
      documents: withoutForm(event.documents),
    }
    // What the event keeps of a form is the form without what is personal.
    if (request.process === 'closure')
      return (client, options) => client.submitClosure({ ...request, ...form } as never, options)
    if (request.process === 'suspension')
      return (client, options) => client.submitSuspension({ ...request, ...form } as never, options)
    return (client, options) => client.submitReinstatement({ ...request, ...form } as never, options)
  }
  if (event.type === 'application.supplemented') {
    const { applicationId, documents } = event
    return (client, options) =>
      client.supplyInformation({ applicationId, documents: [...documents] }, options)
  }
  return (client, options) => client.recordEvent({ lifecycleId, event }, options)
}
