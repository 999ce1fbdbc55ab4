import { describe, expect, it } from 'vitest'
import type { RegisteredDetails } from '../../src/backend/index.ts'
import { caught } from '../client/kit.ts'
import { collect } from '../runtime/collect.ts'
import {
  closureRequested,
  merchantId,
  paper,
  reinstatementRequested,
  serial,
  terminal,
  terminalId,
} from '../support/samples.ts'
import { closure, house, lifecycleId } from './house.ts'

const registeredMobile = '13900139000'
const account = { accountName: '青禾便利店', accountNumberMasked: '****6789' }
const { request } = reinstatementRequested({ 'hold-1': 'ACCOUNT_INSUFFICIENT_BALANCE' })
const reinstatement = {
  ...request,
  ...{ merchantId, terminalId, serialNumber: serial, contact: closure.contact, account },
  documents: [paper('business_licence'), paper('payment_proof')],
}

/** A house whose acquirer has these details on record. */
const knowing = async (details: RegisteredDetails | undefined) => {
  const asked: string[] = []
  const registered = async ({ merchantId: of }: { merchantId: string }) => {
    asked.push(of)
    return details
  }
  const holds = [{ holdId: 'hold-1', code: 'ACCOUNT_INSUFFICIENT_BALANCE' as const }]
  const made = await house(undefined, { registered }, terminal({ holds }))
  /** What the journal has of it, and everything that is kept. */
  const told = async () => {
    const entries = await collect(made.homes.store.journal(lifecycleId))
    const { record } = (await made.homes.store.load(lifecycleId)) ?? {}
    return { last: entries.at(-1)?.cause, kept: JSON.stringify([entries, record]) }
  }
  return { ...made, asked, told }
}

describe('the registered mobile of a closure', () => {
  const filed = { lifecycleId, ...closure, registeredMobile }

  it.each([
    [{ mobile: registeredMobile }, 'matches'],
    [{ mobile: `+86${registeredMobile}` }, 'matches'],
    [{}, 'notOnRecord'],
    [undefined, 'notOnRecord'],
  ] as const)('beside %j on record is told as %s, and kept nowhere [R-149]', async (details, mobile) => {
    const { as, asked, told } = await knowing(details)
    await as('m1').submitClosure(filed)
    expect(asked).toEqual([merchantId])
    const { last, kept } = await told()
    expect(last).toMatchObject({ type: 'closure.requested', mobile })
    expect(kept).not.toContain(registeredMobile)
  })

  it('that differs asks for proof of identity, and no way in goes round it [R-149]', async () => {
    const { as, told } = await knowing({ mobile: '13700137000' })
    const refused = await caught(as('m1').submitClosure(filed))
    expect(refused).toMatchObject({
      refusal: 'BLOCKED',
      blockers: [{ code: 'DOCUMENTS_INCOMPLETE', data: { missing: ['identity_proof'] } }],
    })
    const event = { ...closureRequested(), mobile: 'matches' as const }
    expect(await caught(as('m1').recordEvent({ lifecycleId, event }))).toMatchObject({
      refusal: 'VALIDATION_FAILED',
      reason: '/event/type NOT_ALLOWED_VALUE',
    })
    const documents = [...(closure.documents ?? []), paper('identity_proof')]
    await as('m1').submitClosure({ ...filed, documents })
    expect(await told()).toMatchObject({ last: { mobile: 'differs' } })
  })
})

describe('the account of a reinstatement', () => {
  const filed = { lifecycleId, ...reinstatement }

  it.each([
    [{ accountName: '青禾 便利店', accountNumberMasked: '**********6789' }, 'matches'],
    [undefined, 'notOnRecord'],
  ] as const)('beside %j on record is told as %s [R-149]', async (known, compared) => {
    const { as, told } = await knowing({ account: known })
    await as('m1').submitReinstatement(filed)
    const { last, kept } = await told()
    expect(last).toMatchObject({ type: 'reinstatement.requested', account: compared })
    expect(kept).not.toContain('6789')
  })

  it.each([
    { ...account, accountNumberMasked: '****0000' },
    { ...account, accountName: '别家店' },
  ])('that differs, as from %j, asks for the account’s own paper [R-149]', async (known) => {
    const { as } = await knowing({ account: known })
    expect(await caught(as('m1').submitReinstatement(filed))).toMatchObject({
      blockers: [{ code: 'DOCUMENTS_INCOMPLETE', data: { missing: ['account_info'] } }],
    })
  })
})
