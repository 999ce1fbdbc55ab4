import { expect } from 'vitest'
import type { AcquirerClient, ShortcutName } from '../../../src/contract/index.ts'
import { png } from '../../backend/files/png.ts'
import { closure } from '../../backend/house.ts'
import { approved, drained, saleOff } from '../../support/closure.ts'
import { p1, sys } from '../../support/people.ts'
import { cny, paper, reinstatementRequested, statusRead, suspensionRequested } from '../../support/samples.ts'
import type { FieldName } from './names.ts'
import { about, type Case } from './shortcuts.ts'

const { applicationId } = closure
const contact = { contact: closure.contact }
const account = { accountName: '青禾便利店', accountNumberMasked: '****6789' }
const filed = (merchant: AcquirerClient) => merchant.submitClosure({ ...about, ...closure })
const stated: Case = async ({ world, tell, world: { at } }) => {
  for (const part of [approved, saleOff, drained]) await part(world)
  await tell(sys, { type: 'settlement.stated', statementId: 'statement-1', upTo: at(), net: cny(50_000) })
}

/** Names that are rows of the contract, or methods of their own. */
export const rowCases: { readonly [Name in Exclude<FieldName, ShortcutName>]: Case } = {
  getTerminal: async ({ as, context }) => {
    const { identity } = await context()
    expect(await as('m1').getTerminal(about)).toMatchObject({ ...about, terminalId: identity.terminalId })
  },
  getTerminalStatus: async ({ as, tell, world }) => {
    const read = statusRead('on', world.at())
    await tell(sys, read)
    expect(await as('m1').getTerminalStatus(about)).toMatchObject({ acceptance: 'on' })
  },
  getProcedure: async ({ as }) => {
    const { papers } = await as('m1').getProcedure({ ...about, process: 'closure' })
    expect(papers.map(({ type }) => type)).toContain('business_licence')
  },
  getRequirements: async ({ as }) => {
    await filed(as('m1'))
    const { pendingVerification, currentlyDue, eventuallyDue } = await as('m1').getRequirements(about)
    expect([...pendingVerification, ...currentlyDue, ...eventuallyDue]).not.toEqual([])
  },
  getNotices: async ({ as, tell }) => {
    await tell(p1, { type: 'hold.placed', holdId: 'hold-1', code: 'HARDWARE_FAULT' })
    expect((await as('m1').getNotices(about)).items.length).toBeGreaterThan(0)
  },
  submitSuspension: async ({ as, context }) => {
    const { request } = suspensionRequested()
    await as('m1').submitSuspension({ ...about, ...request, ...contact, documents: [] })
    expect((await context()).application).toMatchObject({ kind: 'suspension' })
  },
  submitReinstatement: async ({ as, tell, context }) => {
    await tell(p1, { type: 'hold.placed', holdId: 'hold-1', code: 'HARDWARE_FAULT' })
    const { request, documents } = reinstatementRequested({ 'hold-1': 'HARDWARE_FAULT' })
    await as('m1').submitReinstatement({ ...about, ...request, ...contact, account, documents })
    expect((await context()).application).toMatchObject({ kind: 'reinstatement' })
  },
  submitClosure: async ({ as, context }) => {
    await filed(as('m1'))
    expect((await context()).application).toMatchObject({ kind: 'closure', applicationId })
  },
  getApplication: async ({ as }) => {
    await filed(as('m1'))
    expect(await as('m1').getApplication({ applicationId })).toMatchObject({ status: 'underReview' })
  },
  pollApplication: async ({ as }) => {
    await filed(as('m1'))
    const items = ['Who signed?']
    await as('p2').decideApplication({ applicationId, decision: 'askInformation', items })
    const found = await as('m1').pollApplication({ applicationId })
    expect(found).toMatchObject({ status: 'needsInformation', informationItems: items })
  },
  supplyInformation: async ({ as }) => {
    await filed(as('m1'))
    const items = ['Who signed?']
    await as('p2').decideApplication({ applicationId, decision: 'askInformation', items })
    await as('m1').supplyInformation({ applicationId, documents: [paper('identity_proof')] })
    const { status, documents } = await as('m1').getApplication({ applicationId })
    expect(status).toBe('underReview')
    expect(documents.map(({ type }) => type)).toContain('identity_proof')
  },
  withdrawApplication: async ({ as }) => {
    await filed(as('m1'))
    await as('m1').withdrawApplication({ applicationId })
    expect(await as('m1').getApplication({ applicationId })).toMatchObject({ status: 'withdrawn' })
  },
  uploadDocument: async ({ as }) => {
    const content = png()
    const source = { type: 'business_licence', mediaType: 'image/png', content } as const
    const { documentId, status } = await as('m1').uploadDocument(source)
    expect(status).toBe('usable')
    expect((await as('p1').getDocumentContent({ documentId })).content).toEqual(content)
  },
  proposeTransactionResolution: async ({ as, tell, context }) => {
    const sale = { ref: 't-1', kind: 'sale', state: 'pending', amount: cny(100) } as const
    await tell(sys, { type: 'transaction.reported', ...sale, occurredAt: '2026-03-01T00:00:00Z' })
    await as('m1').proposeTransactionResolution({ ...about, ref: 't-1', handling: 'void' })
    expect(JSON.stringify((await context()).transactions['t-1'])).toContain('void')
  },
  confirmSettlement: async (played) => {
    await stated(played)
    const { statement } = await played.as('m1').getSettlement(about)
    await played
      .as('m1')
      .confirmSettlement({ ...about, statementId: statement?.statementId ?? '', decision: 'agree' })
    expect((await played.as('p1').getSettlement(about)).statement).toMatchObject({ status: 'confirmed' })
  },
  agreePayoutMethod: async ({ as, context }) => {
    await as('m1').agreePayoutMethod({ ...about, token: 'account-1', name: '青禾便利店' })
    expect(JSON.stringify(await context())).toContain('account-1')
  },
  requestDepositRefund: async (played) => {
    const { as, context } = played
    await stated(played)
    await as('m1').requestDepositRefund({ ...about, depositId: 'deposit-1', requestId: 'request-1' })
    expect((await context()).requests['request-1']).toMatchObject({ kind: 'depositRefund', status: 'open' })
  },
  getDeposit: async ({ as }) => {
    const deposit = await as('m1').getDeposit({ ...about, depositId: 'deposit-1' })
    expect(deposit).toMatchObject({ depositId: 'deposit-1', amount: cny(200_000) })
  },
  exportDossier: async ({ as }) => {
    await filed(as('m1'))
    const { documents, case: shown } = await as('m1').exportDossier(about)
    expect(shown).toMatchObject(about)
    expect(documents.items.map(({ type }) => type)).toContain('closure_request')
  },
}
