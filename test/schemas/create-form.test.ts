import { describe, expect, it } from 'vitest'
import {
  backupStatements,
  channels,
  closureReasonProfiles,
  closureReasons,
  dispositions,
  reasonProfiles,
  requiredDocuments,
  signatoryAuthorities,
  suspensionReasons,
} from '../../src/domain/index.ts'
import {
  ClosureRequest,
  createForm,
  type FormPlan,
  parseForm,
  ReinstatementRequest,
  SuspensionRequest,
} from '../../src/schemas/index.ts'
import { codesOf } from './codes-of.ts'
import { at } from './examples/papers.ts'
import { closure, reinstatement, suspension } from './examples/requests.ts'

type FormProcess = Parameters<typeof createForm>[0]
type Answers = Readonly<Record<string, unknown>>
const merchant = { type: 'enterprise' } as const
const schemas = {
  closure: ClosureRequest,
  suspension: SuspensionRequest,
  reinstatement: ReinstatementRequest,
}

/** An answer to every field that may be asked for. */
const sample: Answers = {
  comment: '门店转让',
  contract: { expiresOn: '2026-01-31', renewed: false },
  post: { postedOn: '2026-02-01' },
  collectionAddress: '广州市天河区体育西路1号',
  dataBackupNote: '设备无法开机',
  successorTerminalId: '10000009',
  fault: { component: 'printer', cause: 'wear' },
}

const planOf = (process: FormProcess, answers: Answers): FormPlan =>
  createForm(process, { merchant, answers: answers as never })

/** The form as somebody fills it in who answers what is asked for and required, and nothing else. */
const filled = (process: FormProcess, all: Answers): Answers => {
  const form: Record<string, unknown> = { process }
  for (const { name, required, oneOf } of planOf(process, all).fields) {
    const [field = '', member] = name.split('.')
    const value = all[field] ?? sample[field]
    const isWanted = required || oneOf?.[0] === name
    if (!isWanted) continue
    form[field] = member ? { ...(value as object), [member]: 'MANDATE-1' } : value
  }
  return form
}

const cases = [
  ...closureReasons
    .filter((reason) => closureReasonProfiles[reason].initiators.includes('merchant'))
    .flatMap((reason) =>
      dispositions.flatMap((disposition) =>
        signatoryAuthorities.map((authority) => ({
          process: 'closure' as const,
          all: {
            ...closure(),
            reason,
            disposition,
            effectiveDate: at,
            signatory: { personId: 'm-1', authority },
          },
        })),
      ),
    ),
  ...channels.map((channel) => ({ process: 'closure' as const, all: { ...closure(), channel } })),
  ...suspensionReasons
    .filter(
      (reason) => !reasonProfiles[reason].umbrella && reasonProfiles[reason].initiators.includes('merchant'),
    )
    .flatMap((reason) =>
      backupStatements.map((dataBackup) => ({
        process: 'suspension' as const,
        all: { ...suspension(), reason, dataBackup },
      })),
    ),
  { process: 'reinstatement' as const, all: reinstatement() },
]

describe('what a form asks for', () => {
  it.each(cases)(
    '$process: is enough, and all that it calls required is missed: $all.reason $all.channel',
    ({ process, all }) => {
      const schema = schemas[process]
      const form = filled(process, all as unknown as Answers)
      expect(codesOf(schema as never, form)).toEqual([])
      for (const name of Object.keys(form).filter((name) => name !== 'process')) {
        const { [name]: _, ...without } = form
        expect(parseForm(schema as never, without).success, name).toBe(false)
      }
    },
  )

  it('is less where nothing asks for it [R-005 R-009 R-170]', () => {
    const names = (answers: Answers) => planOf('closure', answers).fields.map(({ name }) => name)
    expect(names({})).not.toEqual(expect.arrayContaining(['comment']))
    for (const name of ['comment', 'contract', 'post', 'collectionAddress', 'signatory.mandateRef'])
      expect(
        names({ reason: 'NO_LONGER_NEEDED', channel: 'app', disposition: 'return' }),
        name,
      ).not.toContain(name)
    expect(names({ reason: 'CONTRACT_EXPIRED' })).toContain('contract')
    expect(names({ disposition: 'collection' })).toContain('collectionAddress')
    expect(names({ signatory: { personId: 'm-1', authority: 'attorney' } })).toContain('signatory.mandateRef')
  })

  it('says because of what, and what can be answered', () => {
    const { fields } = createForm('closure', {
      merchant: { type: 'individual', ownsDevices: true },
      answers: { reason: 'OTHER' },
    })
    const field = (name: string) => fields.find((one) => one.name === name)
    expect(field('comment')).toMatchObject({ required: true, because: 'reason' })
    expect(field('disposition')?.choices).toEqual(['merchantOwned'])
    expect(field('duration')?.choices).toEqual(['permanent'])
    expect(field('reason')?.choices).toContain('NO_LONGER_NEEDED')
    expect(field('terminalId')).toMatchObject({ required: false, oneOf: ['terminalId', 'serialNumber'] })
    const leased = createForm('closure', { merchant: { type: 'individual', ownsDevices: false } }).fields
    expect(leased.find(({ name }) => name === 'disposition')?.choices).toEqual(['return', 'collection'])
  })

  it('names the papers of the reason and of the merchant, as the machine asks for them [R-016]', () => {
    for (const type of ['enterprise', 'individual'] as const) {
      const { papers } = createForm('closure', { merchant: { type }, answers: { reason: 'HARDWARE_FAULT' } })
      expect(papers).toEqual(
        requiredDocuments({
          process: 'closure',
          initiator: 'merchant',
          merchantType: type,
          reasons: ['HARDWARE_FAULT'],
        }),
      )
    }
    const { papers } = createForm('reinstatement', {
      merchant,
      answers: { reasons: ['LICENCE_EXPIRED', 'ACCOUNT_ARREARS'] },
    })
    expect(papers.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['business_licence', 'payment_proof']),
    )
  })
})
