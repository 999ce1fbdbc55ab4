/** A program of somebody who uses a bit of everything, and prints what came of it. */
export const program = `
import { ClosureRequest, formatIssues, openRecord, parseForm, requirements, step } from 'terminal-lifecycle'
import { toSvg, diagramsEn } from 'terminal-lifecycle/diagram'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'

const acquirerId = 'acquirer-1'
const clerk = { role: 'provider', personId: 'p1', organisationId: acquirerId, acquirerId, duties: ['risk'] } as const
const at = '2026-03-02T09:00:00+08:00'
const record: LifecycleRecord = openRecord(
  {
    lifecycleId: 'life-1',
    acquirerId,
    merchantId: 'M-1',
    terminalId: 'T-1',
    merchantName: '青禾便利店',
    merchantType: 'enterprise',
    devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
    openedBy: clerk,
  },
  { at },
)
const event = { type: 'hold.placed', holdId: 'h-1', code: 'LICENCE_EXPIRED' } as const
const answer = step(record, { commandId: 'c-1', at, actor: clerk, event })
const form = parseForm(ClosureRequest, { process: 'closure' })
console.log(
  answer.accepted && JSON.stringify(answer.record.value),
  form.success ? '' : formatIssues(form.issues, 'en').length > 5,
  answer.accepted && requirements(answer.record, { at, viewer: 'merchant' }).currentlyDue.length > 0,
  answer.accepted && toSvg(diagramsEn, { record: answer.record }).includes('data-here'),
)
`
export const printed = '{"live":{"service":{"suspended":"held"},"application":"none"}} true true true'
