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
import { type Person, people } from '../people.ts'
import type { CaseTerminal, Situation, Step } from './step.ts'

export type Paper = (situation: Situation) => Document
type Act = (...papers: readonly Paper[]) => Step['event']

/** What a merchant asks for: sent with its papers, and with more of them when that is not enough. */
export interface Application {
  readonly applicationId: string
  readonly requested: Act
  readonly supplemented: Act
}

/** What every form says of the shop, its device and the person who signs. */
const common = ({ actor, names }: Person, applicationId: string, { merchant, terminal }: CaseTerminal) => ({
  applicationId,
  merchantId: merchant.merchantId,
  merchantName: merchant.merchantName,
  serialNumber: terminal.devices[0]?.serial,
  contact: { name: names['zh-CN'], email: `${actor.personId}@merchant.example` },
  signatory: {
    personId: actor.personId,
    authority: merchant.merchantType === 'enterprise' ? 'legalRepresentative' : 'owner',
  },
  attested: true,
})

/** The signed form as a paper: what a file keeps of it, dated by the day, so that it is the same one after a crash. */
const formPaper = (request: ApplicationRequest, { terminal, at }: Situation): Document => ({
  type: `${request.process}_request` as const,
  id: `DOC-${request.applicationId}`,
  issuedAt: `${at.slice(0, 10)}T08:30:00+08:00`,
  applicationId: request.applicationId,
  merchantId: request.merchantId,
  terminalId: terminal.terminalId,
  channel: request.channel,
  signedOn: at.slice(0, 10),
  signatory: request.signatory,
})

const filed = (situation: Situation, papers: readonly Paper[]): Promise<DocumentRef[]> =>
  Promise.all(papers.map((paper) => situation.file(paper(situation))))

/**
 * Every form is read by the schema that reads a portal's forms. The event carries the request without what is personal; the
 * digest binds a decision to that request and to exactly these papers, so nothing in a form changes with the hour.
 */
const applicationBy =
  <Request extends ApplicationRequest, Input, Given extends object>(
    schema: z.ZodType<Request, Input>,
    eventOf: (request: Request, filing: Filing) => LifecycleEvent,
    given: (terminal: CaseTerminal) => Given,
  ) =>
  (
    owner: Person,
    applicationId: string,
    form: Omit<Input, 'documents' | keyof ReturnType<typeof common> | keyof Given>,
  ): Application => {
    const requestWith = (terminal: CaseTerminal, documents: readonly DocumentRef[]): Request => {
      const filledIn = { ...common(owner, applicationId, terminal), ...given(terminal), ...form, documents }
      const result = parseForm(schema, filledIn)
      if (!result.success) throw new InvalidInputError({ issues: result.issues })
      return result.data
    }
    return {
      applicationId,
      requested:
        (...papers) =>
        async (situation) => {
          const attached = await filed(situation, papers)
          const request = requestWith(situation, attached)
          const documents = [await situation.file(formPaper(request, situation)), ...attached]
          return eventOf(request, { documents, digest: await requestDigest(request, documents) })
        },
      supplemented:
        (...papers) =>
        async (situation) => {
          const { application } = situation.record.context
          const added = await filed(situation, papers)
          const before = application?.documents ?? []
          // an application that was filed before requests were kept has none on record
          const request = application?.request ?? requestWith(situation, [...before, ...added])
          const digest = await requestDigest(request, supplemented(before, added))
          return { type: 'application.supplemented', applicationId, documents: added, digest }
        },
    }
  }

export const closureBy = applicationBy(ClosureRequest, closureEvent, ({ terminal }) => ({
  process: 'closure',
  terminalId: terminal.terminalId,
  duration: 'permanent',
  acknowledgement: { procedureVersion: '2026-01', at: '2026-03-02T09:45:00+08:00', contractReviewed: true },
}))

export const suspensionBy = applicationBy(SuspensionRequest, suspensionEvent, ({ terminal }) => ({
  process: 'suspension',
  terminalIds: [terminal.terminalId],
  duration: 'temporary',
}))

export const reinstatementBy = applicationBy(
  ReinstatementRequest,
  reinstatementEvent,
  ({ merchant, terminal }) => ({
    process: 'reinstatement',
    terminalId: terminal.terminalId,
    account: { accountName: merchant.merchantName, accountNumberMasked: '****6021' },
  }),
)

/** Somebody who did not write it decides on it as it now reads, and vouches for its papers, which lie open beside it. */
export const approval = (id: string, { applicationId }: Application, after: Step['after']): Step => ({
  id,
  by: people.reviewer.actor,
  after,
  event: ({ record }) => {
    const { digest = '', documents = [] } = record.context.application ?? {}
    const checked = documents.map((paper) => ({ documentId: paper.id, digest: paper.digest }))
    return { type: 'review.approved', applicationId, digest, checked }
  },
})
