import { describe, expect, it } from 'vitest'
import { catalogueFields } from '../../scripts/settings.ts'
import { defaultPolicy } from '../../src/domain/index.ts'
import { createLifecycle } from '../../src/machine/index.ts'
import { cataloguesFrom } from '../../src/schemas/index.ts'
import { inspected, quiet, shippedBack } from '../blockers/acts.ts'
import { accountVerified, approved, erased, keysRemoved, run } from '../support/closure.ts'
import { p1, p2 } from '../support/people.ts'
import { openPlay } from '../support/play.ts'
import { cny, serial, start, terminal } from '../support/samples.ts'
import { catalogueCases } from './catalogue-cases.ts'

const from = '2026-01-01'
const kit = [{ name: 'base', count: 1 }]
const accessories = [{ model: 'N86', items: kit, from }]
const own = { serial, owner: 'provider', tenancy: 'sole' } as const
const registered = { type: 'device.registered', serial, model: 'n86' } as const

describe('what an acquirer publishes', () => {
  it('has no field that no case here turns', () => {
    expect(Object.keys(catalogueCases).toSorted()).toEqual(catalogueFields.map(({ path }) => path).toSorted())
  })

  it.each(Object.entries(catalogueCases))('decides an answer by %s', async (_, { one, other, ask }) => {
    for (const catalogues of [one, other]) expect(cataloguesFrom(catalogues)).toEqual(catalogues)
    expect(await ask(one)).not.toEqual(await ask(other))
  })

  it('is answered as the procedure of this terminal, with the papers that its own policy asks for [R-068 R-127 R-284]', async () => {
    const catalogues = {
      procedures: [
        { version: 'all', from: '2025-01-01' },
        { version: 'c1', process: 'closure', channels: ['app'], steps: [{ en: 'Apply' }], from },
      ],
      feeTables: [
        {
          version: 't1',
          from,
          prices: [
            { kind: 'deactivation', process: 'closure', amount: cny(3) },
            { kind: 'annual', amount: { amount: 1, currency: 'USD' } },
          ],
        },
      ],
      accessories,
    } as const
    const life = createLifecycle({ catalogues })
    const input = terminal({ devices: [{ ...own, model: 'N86' }] })
    const policy = {
      ...defaultPolicy,
      extraPapers: { closure: { '*': [{ type: 'service_contract' }] } },
    } as const
    const record = await openPlay(input, undefined, life, policy).record()
    expect(life.procedure(record, { process: 'closure', at: start, reasons: ['USER_CHANGE'] })).toEqual({
      process: 'closure',
      version: 'c1',
      from,
      until: null,
      channels: ['app'],
      steps: [{ en: 'Apply' }],
      papers: [
        { type: 'closure_request', alternatives: ['deregistration_form'] },
        { type: 'business_licence' },
        { type: 'identity_proof' },
        { type: 'service_contract' },
      ],
      feeTableVersion: 't1',
      fees: [{ kind: 'deactivation', process: 'closure', amount: cny(3) }],
      accessories: kit,
    })
    expect(life.procedure(record, { process: 'replacement', at: start })).toMatchObject({
      version: 'all',
      papers: [],
    })
  })

  it('is nothing where nothing is published: every way is open [R-015]', async () => {
    const life = createLifecycle()
    const record = await openPlay().record()
    const answer = life.procedure(record, { process: 'suspension', at: start })
    expect(answer).toMatchObject({
      version: null,
      steps: [],
      feeTableVersion: null,
      fees: [],
      accessories: null,
    })
    expect(answer.channels).toContain('post')
    expect(answer.papers).toEqual([{ type: 'suspension_request' }])
  })
})

describe('what was handed out with a device', () => {
  const opened = (catalogues: object, model: string | null = null) => {
    const life = createLifecycle({ catalogues })
    return {
      life,
      world: openPlay(terminal({ devices: [{ ...own, model }] }), undefined, life),
    }
  }

  it('is written down with its model, and stays what it was then [R-217]', async () => {
    const { life, world } = opened({ accessories })
    const { entry } = await world.tell(p1, registered)
    expect((await world.context()).devices[serial]).toMatchObject({ model: 'n86', accessories: kit })
    const first = life.open(terminal({ devices: [{ ...own, model: null }] }), {
      at: world.history[0]?.at ?? '',
      commandId: 'open',
    })
    // told again by those who publish something else by now, it is the same record
    const later = createLifecycle({ catalogues: { accessories: [{ model: 'N86', items: [], from }] } })
    const entries = [first.entry, entry].filter((one) => one !== null)
    expect(later.fold(entries)).toEqual(await world.record())
    const before = openPlay(terminal({ devices: [{ ...own, model: 'N86' }] })).history[0]
    const opening = createLifecycle().open(terminal({ devices: [{ ...own, model: 'N86' }] }), {
      at: before?.at ?? '',
      commandId: 'open',
    })
    expect(life.fold([opening.entry].filter((one) => one !== null))).toEqual(before)
    const imported = opened({ accessories }, 'N86').world
    expect((await imported.context()).devices[serial]?.accessories).toEqual(kit)
  })

  it('is what is told, where it is told, and nothing where nothing is known of the model', async () => {
    const { world } = opened({ accessories })
    await world.tell(p1, { ...registered, accessories: [] })
    expect((await world.context()).devices[serial]?.accessories).toEqual([])
    await world.tell(p1, { ...registered, model: 'A920' })
    expect((await world.context()).devices[serial]?.accessories).toBeNull()
  })

  it.each([
    ['that nobody names', [], ['accessory']],
    ['of which less came than was handed out', [{ name: 'base', expected: 0, returned: 0 }], ['accessory']],
    ['that came, however it is written', [{ name: ' Base', expected: 1, returned: 1 }], []],
  ])('is missed when it comes back without an item %s [R-224]', async (_, found, undecided) => {
    const { world } = opened({ accessories }, 'N86')
    await run(world, approved, ...quiet, erased, keysRemoved, shippedBack, accountVerified)
    await world.tell(p2, { ...inspected, accessories: found } as never)
    expect((await world.context()).devices[serial]?.undecided).toEqual(undecided)
  })
})
