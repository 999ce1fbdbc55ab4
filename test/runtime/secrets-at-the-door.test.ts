import { describe, expect, test } from 'vitest'
import { defaultPolicy, mondayToFriday } from '../../src/domain/index.ts'
import { ForbiddenFieldError } from '../../src/errors/index.ts'
import type { LifecycleEvent, Services } from '../../src/schemas/index.ts'
import { asP1, m1, p1, sys } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { secrets } from '../support/secrets.ts'
import { escalation, note, rig } from './rig.ts'

type Rig = Awaited<ReturnType<typeof rig>>
type Door = (rig: Rig, secret: string) => unknown

const told = (differs: object, event: LifecycleEvent = note('looked in')) =>
  ({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event, ...differs }) as const
const as =
  (field: 'personId' | 'organisationId' | 'acquirerId' | 'mandateRef'): Door =>
  ({ runtime }, secret) =>
    runtime.dispatch(told({ actor: { ...p1, [field]: secret } }))

/** What people and programs hand over that no schema of an event judges: by the path it is refused with. */
const doors: Readonly<Record<string, Door>> = {
  '/commandId': ({ runtime }, secret) => runtime.dispatch(told({ commandId: `import:${secret}` })),
  '/actor/personId': as('personId'),
  '/actor/organisationId': as('organisationId'),
  '/actor/acquirerId': as('acquirerId'),
  '/actor/mandateRef': as('mandateRef'),
  '/event/text': ({ runtime }, secret) => runtime.dispatch(told({}, note(`see ${secret} again`))),
  '/lifecycleId': ({ runtime }, secret) => runtime.open(terminal({ lifecycleId: secret })),
  '/merchantName': ({ runtime }, secret) => runtime.open(terminal({ merchantName: `shop ${secret}` })),
  '/policy/feeTables/0/version': ({ make }, secret) =>
    make({ policy: { ...defaultPolicy, feeTables: [{ version: secret, from: '2026-01-01' }] } as never }),
  '/catalogues/procedures/0/version': ({ make }, secret) =>
    make({ catalogues: { procedures: [{ version: secret, from: '2026-01-01' }] } as never }),
  '/calendar/id': ({ make }, secret) => make({ calendar: { ...mondayToFriday, id: secret } }),
  '/calendar/version': ({ make }, secret) => make({ calendar: { ...mondayToFriday, version: secret } }),
  '/worker': ({ make }, secret) => make({ worker: secret }),
}

const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  return undefined
}

const journalOf = async ({ runtime }: Rig): Promise<string> => {
  const entries: unknown[] = []
  const { signal } = new AbortController()
  for await (const entry of runtime.journal('life-1', asP1)) entries.push(entry)
  for await (const change of runtime.changes(null, { actor: p1, atEnd: 'return', signal }))
    entries.push(change)
  return JSON.stringify(entries)
}

describe('a secret that is handed to the runtime', () => {
  const kinds = Object.values(secrets)
  test.each(Object.keys(doors))('is refused at %s, not repeated and not stored [C-01]', async (path) => {
    const own = await rig()
    for (const secret of kinds) {
      const error = await thrownBy(() => doors[path]?.(own, secret))
      expect(error, path).toBeInstanceOf(ForbiddenFieldError)
      expect((error as ForbiddenFieldError).paths).toEqual([path])
      expect(JSON.stringify(error) + String(error)).not.toContain(secret)
      expect(await journalOf(own)).not.toContain(secret)
    }
  })

  test('a merchant whose number passes for a card acts under it all the same', async () => {
    const merchantId = '340000000000009'
    const own = await rig()
    await own.runtime.open({
      ...terminal({ lifecycleId: 'life-2', merchantId, terminalId: '20000002' }),
      devices: [{ serial: 'other-1', owner: 'provider', tenancy: 'sole' }],
    })
    const actor = { ...m1, organisationId: merchantId }
    const answer = await own.runtime.dispatch(told({ lifecycleId: 'life-2', actor }))
    expect(answer.accepted).toBe(true)
  })
})

describe('a report that holds a secret', () => {
  const [one = '', other = ''] = Object.values(secrets)
  const dispute = (caseId: string): LifecycleEvent => ({
    type: 'dispute.opened',
    caseId,
    amount: { amount: 5_000, currency: 'CNY' },
    dueAt: '2026-06-01T00:00:00Z',
  })

  test('is kept by dispatch with a mark, whatever it is asked for by, and two stay two [C-01]', async () => {
    const own = await rig()
    await own.tell(dispute(one), sys)
    const again = await own.tell(dispute(one), sys)
    expect(again.noop).toBe(true)
    await own.tell(dispute(other), p1)
    const { context } = await own.record()
    expect(Object.keys(context.disputes)).toHaveLength(2)
    expect(context.issues.map(({ code }) => code)).toEqual(['REFERENCE_MASKED', 'REFERENCE_MASKED'])
    const stored = (await journalOf(own)) + JSON.stringify(context)
    for (const secret of [one, other]) expect(stored).not.toContain(secret)
  })

  test('sent again under its command id it gets its first answer', async () => {
    const { runtime } = await rig()
    const command = told({ actor: sys }, dispute(one))
    const first = await runtime.dispatch(command)
    expect(await runtime.dispatch(command)).toEqual(first)
  })

  test('is kept where a service answers it, and where its refusal holds it [C-01]', async () => {
    const answered: Services['openTicket'] = () =>
      Promise.resolve([dispute(one), note(`ticket for ${other}`)])
    const own = await rig({ services: { openTicket: answered } })
    await own.tell(escalation)
    await own.runtime.drain()
    const { context } = await own.record()
    expect(Object.keys(context.disputes)).toEqual([expect.stringMatching(/^masked-[0-9a-f]{6}$/)])
    expect(context.issues.map(({ data }) => data?.path)).toEqual(['/caseId', '/text'])
    const [order] = await own.orders()
    expect(order?.status).toBe('confirmed')
    expect(await journalOf(own)).not.toContain(one)
    expect(own.failures).toEqual([])
  })
})
