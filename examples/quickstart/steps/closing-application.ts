import type { Person } from '../people.ts'
import { approval, closureBy, type Paper } from './filing.ts'
import { businessLicence } from './papers.ts'
import { type Step, when } from './step.ts'

/** A closure that is applied for by its merchant with all its papers, and approved the next day. */
export const closingApplication = (
  owner: Person,
  applicationId: string,
  form: Parameters<typeof closureBy>[2],
  ...more: readonly Paper[]
): readonly Step[] => {
  const closure = closureBy(owner, applicationId, form)
  return [
    {
      id: 'closure-requested',
      by: owner.actor,
      after: when.today('14:00'),
      event: closure.requested(businessLicence(owner), ...more),
    },
    approval('closure-approved', closure, when.nextDay('10:30')),
  ]
}
