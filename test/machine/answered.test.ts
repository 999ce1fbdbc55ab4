import { describe } from 'vitest'
import { type Actor, defaultPolicy, mostLifted } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { type Answered, after, answers } from '../support/answered.ts'
import { byTwo } from '../support/closure.ts'
import { m1, p1, p2, p3 } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  merchantId,
  paper,
  reinstatementRequested,
  reviewApproved,
  serial,
  suspensionRequested,
  terminal,
} from '../support/samples.ts'

const second = '123-456-790'
const replaced = (oldSerial: string, newSerial: string, owner: 'provider' | 'merchant' = 'provider') =>
  ({ type: 'device.replaced', oldSerial, newSerial, owner, tenancy: 'sole' }) as const
const placed = (holdId: string, differs: object = {}) =>
  ({ type: 'hold.placed', holdId, code: 'SYSTEM_MAINTENANCE', ...differs }) as LifecycleEvent
const lifted = (holdId: string) => ({ type: 'hold.lifted', holdId }) as const
const fee = (chargeId: string): LifecycleEvent => ({
  ...{ type: 'charge.raised', chargeId, kind: 'penalty', amount: cny(5_000), feeTableVersion: 'standard' },
})
const added = (document: ReturnType<typeof paper>) => [p1, { type: 'document.added', document }] as const
const note = { type: 'note.recorded', kind: 'note', text: 'we open at nine' } as const
const named = (name: string) => ({ type: 'payoutAccount.changed', token: 'account-1', name }) as const
const verified = (): LifecycleEvent => ({
  ...{ type: 'payoutAccount.verified', token: 'account-1' },
  evidence: [paper('payout_account_verification')],
})
const latin = terminal({ merchantName: 'ABC 商店' })
const expiring = { validTo: '2026-03-05T00:00:00+08:00' }
const appointed = (personId: string, organisationId: string): LifecycleEvent => ({
  ...{ type: 'representative.appointed', party: 'merchant', personId, organisationId },
  mandate: paper('power_of_attorney', 'mandate', expiring),
})
const speaker: Actor = { ...m1, personId: 'r1', organisationId: 'lawyers' }
const arrears = { arrears: 'ACCOUNT_ARREARS' } as const
const later = '2026-05-01T00:00:00+08:00'
const expired = (expiresOn: string, effectiveDate?: string) =>
  closureRequested({
    ...{ reason: 'CONTRACT_EXPIRED', contract: { expiresOn: '2026-01-31', renewed: false } },
    ...(effectiveDate && { effectiveDate }),
    documents: [
      ...[paper('closure_request'), paper('business_licence')],
      paper('service_contract', 'service_contract', { expiresOn, renewed: false }),
    ],
  } as never)

const fault = { holdId: 'fault', code: 'HARDWARE_FAULT' } as const
const remedy = (holdId: 'arrears' | 'fault', kind: 'payment' | 'repair') =>
  ({ holdId, kind, performedBy: 'provider', evidence: [] }) as const
const asked = (remedies: readonly ReturnType<typeof remedy>[]) =>
  reinstatementRequested({ ...arrears, fault: 'HARDWARE_FAULT' }, { remedies })

const rows: readonly Answered[] = [
  [
    'an account in the same name, written wider',
    after(latin, [m1, named('ＡＢＣ商店')]),
    () => [p3, verified()],
  ],
  [
    'an account in another name',
    after(latin, [m1, named('ＡＢＤ商店')]),
    () => [p3, verified()],
    'NAME_MISMATCH',
  ],
  ...(['', later] as const).map(
    (startsAt): Answered => [
      `an application that became owed something since, for a hold that ${startsAt ? 'begins later' : 'stands'}`,
      after(
        undefined,
        [p1, placed('arrears', { code: 'ACCOUNT_ARREARS', ...(startsAt && { startsAt }) })],
        [m1, reinstatementRequested(arrears)],
        [p1, fee('c-1')],
      ),
      () => [p2, reviewApproved('application-2', ['business_licence', 'arrears_statement', 'payment_proof'])],
      'REMEDY_OPEN',
    ],
  ),
  [
    'the approval of an end that comes when the contract is over',
    after(undefined, [m1, expired('2026-03-20', '2026-04-01T00:00:00+08:00')]),
    () => [p2, reviewApproved('application-1', ['business_licence', 'service_contract'])],
  ],
  [
    'an end on the last day of the contract, by the calendar of the place',
    () => after(undefined)(undefined, '2026-03-02T17:00:00Z'),
    () => [m1, expired('2026-03-03')],
  ],
  [
    'an end on the day before it',
    () => after(undefined)(undefined, '2026-03-02T15:00:00Z'),
    () => [m1, expired('2026-03-03')],
    'CONTRACT_STILL_RUNNING',
  ],
  ...(['ACCOUNT_ARREARS', 'LICENCE_EXPIRED'] as const).map(
    (code): Answered => [
      `an application for two holds that lacks what the policy asks for ${code}`,
      () =>
        after(
          terminal({
            holds: [
              { holdId: 'arrears', code: 'ACCOUNT_ARREARS' },
              { holdId: 'licence', code: 'LICENCE_EXPIRED' },
            ],
          }),
        )({ ...defaultPolicy, extraPapers: { reinstatement: { [code]: [{ type: 'service_of_notice' }] } } }),
      () => [m1, reinstatementRequested({ ...arrears, licence: 'LICENCE_EXPIRED' })],
      'DOCUMENTS_INCOMPLETE',
    ],
  ),
  [
    'the merchant itself, though a mandate in its name has run out',
    after(
      undefined,
      (world) => byTwo(world, appointed('m1', merchantId)),
      (world) => world.pass(5),
    ),
    () => [m1, note],
  ],
  [
    'a representative whose mandate was found to be no good',
    after(undefined, (world) => byTwo(world, appointed('r1', 'lawyers')), [
      p2,
      { type: 'document.checked', documentId: 'mandate', digest: digestOf('mandate'), facts: null },
    ]),
    () => [speaker, note],
    'MANDATE_MISSING',
  ],
  [
    'the end of the last hold that limits sale, with a licence that has run out',
    after(
      undefined,
      added(paper('business_licence', 'licence', expiring)),
      [p1, placed('stop', { test: 'none' })],
      (world) => world.pass(5),
    ),
    () => [p1, lifted('stop')],
    'DOCUMENT_EXPIRED',
  ],
  [
    'the same while another one still owes its test',
    after(
      undefined,
      added(paper('business_licence', 'licence', expiring)),
      [p1, placed('works')],
      [p1, placed('stop', { test: 'none' })],
      [p1, lifted('works')],
      (world) => world.pass(5),
    ),
    () => [p1, lifted('stop')],
  ],
  [
    'another form under the name of an application that is open',
    after(undefined, [m1, closureRequested()]),
    () => [m1, closureRequested({ digest: digestOf('another form') })],
    'APPLICATION_OPEN',
  ],
  [
    'a closure that leaves the merchant its own device, where the provider’s was replaced',
    after(undefined, [p1, replaced(serial, second, 'merchant')]),
    () => [m1, closureRequested({ disposition: 'merchantOwned', serialNumber: second } as never)],
  ],
  [
    'a pause under the name of one that is over and has left the record',
    after(undefined, [m1, suspensionRequested()], [p2, reviewApproved('application-1')], async (world) => {
      await world.tell(p2, { type: 'hold.rescinded', holdId: 'suspension:application-1', reason: 'an error' })
      for (let place = 0; place <= mostLifted; place += 1) {
        await world.tell(p1, placed(`h-${place}`, { caps: ['refund'] }))
        await world.tell(p1, { type: 'hold.lifted', holdId: `h-${place}` })
      }
      await world.tell(m1, note)
    }),
    () => [m1, suspensionRequested()],
    'REFERENCE_IN_USE',
  ],
  ...(
    [
      ['two remedies of one hold, of which one suits it', ['payment', 'repair']],
      [
        'a remedy that suits another hold of the application',
        ['repair'],
        'REMEDY_UNSUITABLE',
        'REMEDY_UNSUITABLE',
      ],
    ] as const
  ).map(
    ([name, kinds, ...codes]): Answered => [
      name,
      after(terminal({ holds: [{ holdId: 'arrears', code: 'ACCOUNT_ARREARS' }, fault] })),
      () => [m1, asked([...kinds.map((kind) => remedy('arrears', kind)), remedy('fault', 'repair')])],
      ...codes,
    ],
  ),
]

describe('what is asked for and said by a party is answered by what it is', () => answers(rows))
