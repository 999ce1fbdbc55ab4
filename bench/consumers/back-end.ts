// What somebody writes who asks the rules, reads a form, calls the acquirer and runs terminals over a store.
import {
  acquirerServices,
  bearer,
  ClosureRequest,
  checkClosure,
  createAcquirerClient,
  formatIssues,
  openRecord,
  parseForm,
} from 'terminal-lifecycle'
import { createRuntime, memoryStore } from 'terminal-lifecycle/runtime'

const acquirerId = 'acquirer-1'
const actor = {
  role: 'provider',
  personId: 'p-1',
  organisationId: acquirerId,
  acquirerId,
  duties: [],
} as const
const at = '2026-03-02T09:00:00+08:00'
const input = {
  lifecycleId: 'life-1',
  acquirerId,
  merchantId: 'M-1',
  terminalId: 'T-1',
  merchantName: 'Blue Kettle Teahouse',
  merchantType: 'enterprise',
  devices: [{ serial: 'SN-1', owner: 'provider', tenancy: 'sole' }],
  openedBy: actor,
} as const

export const { blockers } = checkClosure(openRecord(input, { at }), { at, actor })
const form = parseForm(ClosureRequest, {})
export const problems = form.success ? [] : formatIssues(form.issues, 'en')
const client = createAcquirerClient({ baseUrl: 'https://acquirer.example/v1', auth: bearer('secret') })
const runtime = createRuntime({ store: memoryStore(), services: acquirerServices(client) })
await runtime.open(input)
const event = { type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION' } as const
export const answer = await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'command-1', actor, event })
