import type { ReviewLineName } from '../../../src/domain/index.ts'
import { createLifecycle, reviewLines } from '../../../src/machine/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import {
  closureRequested,
  paper,
  reinstatementRequested,
  suspensionRequested,
  terminal,
} from '../../support/samples.ts'
import type { Process } from '../forms.ts'
import type { Reader, Table, Told } from './reader.ts'

const hold = { holdId: 'hold-1', code: 'LICENCE_EXPIRED' } as const
const held = terminal({ holds: [hold] })

/** A good application of each process; what differs goes to the request, or stands beside it. */
export const asked = (process: Process, differs: object = {}): LifecycleEvent => {
  if (process === 'closure') return closureRequested(differs)
  return process === 'suspension'
    ? suspensionRequested(differs)
    : reinstatementRequested({ [hold.holdId]: hold.code }, { applicationId: 'application-1', ...differs })
}

/** The same application with and without what the field says. */
export const differing = (process: Process, differs: object, good: object = {}): { readonly step: Told } => ({
  step: {
    open: process === 'reinstatement' ? held : terminal(),
    good: asked(process, good),
    other: asked(process, { ...good, ...differs }),
  },
})

const rejected: LifecycleEvent = {
  type: 'review.rejected',
  applicationId: 'application-1',
  code: 'other',
  reason: 'A page is missing.',
  resubmittable: true,
}

/** How a rejection of the application reaches the merchant. */
const replyTo = (process: Process, differs: object, is: object): Reader => ({
  order: 'notify',
  proof: {
    ...{ open: process === 'reinstatement' ? held : terminal(), after: [asked(process, differs), rejected] },
    shows: ({ context }) =>
      Object.values(context.orders).findLast((order) => order.kind === 'notify')?.params,
    is: { reply: is },
  },
})

const published = createLifecycle({
  catalogues: { procedures: [{ version: 'standard-1', from: '2026-01-01' }] },
})
/** What a pause and a reinstatement say of the procedure that was read. */
export const procedureRead = (process: Process): Reader => ({
  rule: 'PROCEDURE_NOT_IN_FORCE',
  proof: {
    step: {
      machine: published,
      ...differing(process, { procedureVersion: 'old-7' }, { procedureVersion: 'standard-1' }).step,
    },
  },
})

const attorney = (mandateRef?: string) => ({
  signatory: { personId: 'm1', authority: 'attorney', ...(mandateRef && { mandateRef }) },
})

/** What every application says, whatever it asks for. */
export const everyRequest = (process: Process): Table => {
  const form = `${process}_request` as const
  const papers = [paper(form), paper('business_licence')]
  return {
    process: { rule: 'NOT_ALLOWED_VALUE', proof: { form: { process: 'holiday' } } },
    applicationId: {
      rule: 'APPLICATION_UNKNOWN',
      proof: {
        step: {
          open: process === 'reinstatement' ? held : terminal(),
          before: [asked(process)],
          good: { type: 'application.withdrawn', applicationId: 'application-1' },
          other: { type: 'application.withdrawn', applicationId: 'application-9' },
        },
      },
    },
    merchantId: { rule: 'IDENTITY_MISMATCH', proof: differing(process, { merchantId: '898440354119999' }) },
    serialNumber: { rule: 'IDENTITY_MISMATCH', proof: differing(process, { serialNumber: 'SN-9' }) },
    merchantName: {
      paper: 'business_licence',
      also: 'the name on record',
      // only a pause does not ask for it anyway
      ...(process === 'suspension' && { proof: differing(process, { merchantName: '晨光' }) }),
    },
    channel: replyTo(process, { channel: 'hotline' }, { channel: 'hotline', documentId: form }),
    'post.postedOn': {
      rule: 'IN_THE_FUTURE',
      proof: differing(
        process,
        { post: { postedOn: '2026-03-03' } },
        { channel: 'post', post: { postedOn: '2026-03-01' } },
      ),
    },
    'signatory.personId': {
      rule: 'MAKER_IS_CHECKER',
      proof: {
        after: [asked(process, { signatory: { personId: 'm7', authority: 'owner' } })],
        open: process === 'reinstatement' ? held : terminal(),
        shows: ({ context }) => context.application,
        is: { makers: ['m7', 'm1'] },
      },
    },
    'signatory.authority': {
      rule: 'MANDATE_MISSING',
      also: 'a line of the review',
      proof: differing(process, attorney()),
    },
    'signatory.mandateRef': {
      rule: 'SIGNATORY_NOT_AUTHORISED',
      proof: differing(process, attorney('poa-9'), {
        ...attorney('poa-1'),
        documents: [...papers, paper('power_of_attorney', 'poa-1')],
      }),
    },
    attested: { rule: 'MUST_BE_CONFIRMED', proof: differing(process, { attested: false }) },
    // the answer names the form, in which the contact stands: whoever sends it reads it there
    'contact.name': { order: 'notify', also: 'in the form that `reply` names' },
    'contact.mobile': {
      rule: 'CONTACT_REQUIRED',
      proof: { form: { contact: {} } },
      also: '`reply` of notify',
    },
    'contact.email': {
      rule: 'INVALID_EMAIL',
      proof: { form: { contact: { email: 'a@' } } },
      also: '`reply` of notify',
    },
    documents: {
      rule: 'DOCUMENTS_INCOMPLETE',
      proof: differing(process, { documents: [paper('training_record')] }),
    },
  }
}

/** A line that the reviewer reads: `value` is said in the field alone. */
export const ofReviewer = (
  line: ReviewLineName,
  differs: object,
  value: string,
  process: Process = 'reinstatement',
): Reader => ({
  view: line,
  proof: {
    open: process === 'reinstatement' ? held : terminal(),
    after: [asked(process, differs)],
    shows: (record) => reviewLines(record, { viewer: 'provider' }).find((one) => one.line === line)?.value,
    is: value,
  },
})
