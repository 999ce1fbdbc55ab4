import { type DocumentRef, supplemented } from 'terminal-lifecycle/domain'
import { InvalidInputError } from 'terminal-lifecycle/errors'
import {
  type ApplicationRequest,
  ClosureRequest,
  closureEvent,
  type Document,
  type Filing,
  type LifecycleEvent,
  parseForm,
  ReinstatementRequest,
  reinstatementEvent,
  requestDigest,
  SuspensionRequest,
  suspensionEvent,
} from 'terminal-lifecycle/schemas'
import type * as z from 'zod'
import type { EventOf, Situation } from './timeline.ts'

export type Paper = (situation: Situation) => Document

/** What a merchant asks for, with the name that decisions use. */
export interface Application {
  readonly requested: EventOf
  readonly supplementedBy: (...papers: readonly Paper[]) => EventOf
  readonly approved: EventOf
  readonly refused: (reason: string, code?: 'documents_incorrect' | 'violation') => EventOf
  readonly asked: (...items: readonly string[]) => EventOf
}

const idOf = ({ life }: Situation, kind: string): string => `APP-${life.terminalId}-${kind}`

const common = (situation: Situation, kind: string) => {
  const { shop, serial } = situation.life
  const { actor, names } = shop.owner
  return {
    applicationId: idOf(situation, kind),
    merchantId: shop.merchantId,
    merchantName: shop.name,
    serialNumber: serial,
    contact: { name: names['zh-CN'], email: `${actor.personId}@merchant.example` },
    signatory: {
      personId: actor.personId,
      authority: shop.type === 'enterprise' ? 'legalRepresentative' : 'owner',
    },
    attested: true,
  }
}

const formPaper = (request: ApplicationRequest, { life, at }: Situation): Document => ({
  type: `${request.process}_request` as const,
  id: `DOC-${request.applicationId}`,
  issuedAt: at,
  applicationId: request.applicationId,
  merchantId: request.merchantId,
  terminalId: life.terminalId,
  channel: request.channel,
  signedOn: at.slice(0, 10),
  signatory: request.signatory,
})

/** The application that is open: as it reads now. */
const openOne = ({ record, life }: Situation) => {
  const { application } = record.context
  if (!application) throw new Error(`${life.lifecycleId} has no application.`)
  return application
}

const answers = {
  approved: (situation: Situation): LifecycleEvent => {
    const { applicationId, digest, documents } = openOne(situation)
    const checked = documents.map((paper) => ({ documentId: paper.id, digest: paper.digest }))
    return { type: 'review.approved', applicationId, digest, checked }
  },
  refused:
    (reason: string, code: 'documents_incorrect' | 'violation' = 'documents_incorrect') =>
    (situation: Situation): LifecycleEvent => ({
      type: 'review.rejected',
      applicationId: openOne(situation).applicationId,
      ...{ code, reason, resubmittable: code === 'documents_incorrect' },
    }),
  asked:
    (...items: readonly string[]) =>
    (situation: Situation): LifecycleEvent => ({
      type: 'review.informationRequested',
      applicationId: openOne(situation).applicationId,
      items: [...items],
    }),
  supplementedBy:
    (...papers: readonly Paper[]) =>
    async (situation: Situation): Promise<LifecycleEvent> => {
      const { applicationId, request, documents } = openOne(situation)
      const added = await Promise.all(papers.map((paper) => situation.file(paper(situation))))
      if (!request) throw new Error('An application without its request.')
      const digest = await requestDigest(request, supplemented(documents, added))
      return { type: 'application.supplemented', applicationId, documents: added, digest }
    },
}

/** Every form is read by the schema that reads a portal's forms. */
const applicationBy =
  <Request extends ApplicationRequest, Input>(
    kind: string,
    schema: z.ZodType<Request, Input>,
    eventOf: (request: Request, filing: Filing) => LifecycleEvent,
    given: (situation: Situation) => object,
  ) =>
  (form: (situation: Situation) => object, ...papers: readonly Paper[]): Application => ({
    ...answers,
    requested: async (situation) => {
      const attached: DocumentRef[] = []
      for (const paper of papers) attached.push(await situation.file(paper(situation)))
      const filled = {
        ...common(situation, kind),
        ...given(situation),
        ...form(situation),
        documents: attached,
      }
      const result = parseForm(schema, filled)
      if (!result.success) throw new InvalidInputError({ issues: result.issues })
      const documents = [await situation.file(formPaper(result.data, situation)), ...attached]
      return eventOf(result.data, { documents, digest: await requestDigest(result.data, documents) })
    },
  })

export const closure = applicationBy('C', ClosureRequest, closureEvent, ({ life, at }) => ({
  process: 'closure',
  channel: 'app',
  terminalId: life.terminalId,
  duration: 'permanent',
  reason: 'NO_LONGER_NEEDED',
  disposition: 'return',
  payoutMethod: 'directTransfer',
  acknowledgement: { procedureVersion: '2026-01', at, contractReviewed: true },
}))

export const suspension = applicationBy('S', SuspensionRequest, suspensionEvent, ({ life }) => ({
  process: 'suspension',
  channel: 'app',
  terminalIds: [life.terminalId],
  duration: 'temporary',
}))

export const reinstatement = applicationBy('R', ReinstatementRequest, reinstatementEvent, ({ life }) => ({
  process: 'reinstatement',
  channel: 'app',
  terminalId: life.terminalId,
  account: { accountName: life.shop.name, accountNumberMasked: '****6021' },
}))
