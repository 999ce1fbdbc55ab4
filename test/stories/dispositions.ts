import { expect } from 'vitest'
import type { Locale } from '../../src/domain/index.ts'
import { items } from '../../src/machine/facts/kit.ts'
import { requirements } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { describeNotice } from '../../src/words/index.ts'
import { backedUp, byTwo, drained, erased, run, saleOff } from '../support/closure.ts'
import { agent, m1, p1, p2 } from '../support/people.ts'
import {
  closureRequested,
  cny,
  digestOf,
  paper,
  reviewApproved,
  seen,
  serial,
  terminal,
} from '../support/samples.ts'
import type { OpenWorld, Stories, World } from '../support/world.ts'

const of = (owner: 'provider' | 'merchant' | 'agent', one = serial) =>
  ({ serial: one, owner, tenancy: 'sole' }) as const
const second = '123-456-790'
const spare = '123-456-791'
const dispositions = ['return', 'collection', 'merchantOwned'] as const

const collections = async (world: World) =>
  items((await world.context()).orders).flatMap((one) => (one.kind === 'collectDevice' ? [one] : []))
const orders = async (world: World) => (await collections(world)).map(({ params }) => params)

const awayOf = async (world: World) =>
  requirements(await world.record(), { at: world.at(), actor: p1 }).currentlyDue.find(
    ({ code }) => code === 'DEVICE_NOT_RETURNED',
  )

const toPlace = { destination: 'designatedPlace', addressDocumentId: 'address-1' } as const
const labelOf = async (world: World, locale: Locale) => {
  const record = await world.record()
  const orders = Object.values(record.context.orders)
  const label = orders.find(({ kind, params }) => kind === 'notify' && params.template === 'return_label')
  return label?.kind === 'notify' ? describeNotice(label.params, record, locale) : undefined
}

const made = (kind: string, differs: object = { serial }) =>
  ({ type: 'request.made', requestId: kind, kind, ...differs }) as LifecycleEvent
const statusOf = async (world: World, kind: string) => (await world.context()).requests[kind]?.status

const checks = (['power', 'signOn', 'network', 'transaction', 'void'] as const).map((name) => ({
  name,
  passed: true,
}))

/** Each kind of request, and the act that is its answer. */
const answered: Readonly<Record<string, (open: OpenWorld) => Promise<World>>> = {
  repair: async (open) => {
    const world = await open(terminal({ holds: [{ holdId: 'fault', code: 'NETWORK_FAULT' }] }))
    await world.tell(m1, made('repair'))
    const evidence = [paper('device_test_record')]
    await world.tell(m1, { type: 'hold.remedyClaimed', holdId: 'fault', evidence })
    await world.tell(p2, {
      type: 'hold.remedyVerified',
      holdId: 'fault',
      checked: seen('device_test_record'),
    })
    expect(await statusOf(world, 'repair')).toBe('open')
    await world.tell(agent, { type: 'test.passed', serial, kind: 'full', checks })
    return world
  },
  replacement: async (open) => {
    const world = await open(terminal({ devices: [of('provider'), of('provider', second)] }))
    await world.tell(m1, made('replacement'))
    const replaced = { type: 'device.replaced', owner: 'provider', tenancy: 'sole' } as const
    // of another device
    await world.tell(p1, { ...replaced, oldSerial: second, newSerial: spare })
    expect(await statusOf(world, 'replacement')).toBe('open')
    await world.tell(p1, { ...replaced, oldSerial: serial, newSerial: '123-456-792' })
    return world
  },
  return: async (open) => {
    const world = await closing(open)
    await world.tell(m1, made('return'))
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
    return world
  },
  collection: async (open) => {
    const world = await closing(open)
    await world.tell(m1, made('collection'))
    await world.tell(p1, { type: 'return.authorised', serial, destination: 'collection' })
    return world
  },
  backup: async (open) => {
    const world = await open()
    await world.tell(m1, made('backup'))
    const copy = { method: 'computer', encrypted: true, containsCardholderData: false } as const
    const upTo = world.at()
    await world.tell(p1, { type: 'backup.recorded', serial, upTo, hash: digestOf('backup'), ...copy })
    return world
  },
}

/** Closing, its device wiped: it may travel. */
const closing = async (
  open: OpenWorld,
  disposition: 'return' | 'collection' = 'collection',
): Promise<World> => {
  const world = await open()
  await world.tell(m1, closureRequested({ disposition }))
  await world.tell(p2, reviewApproved('application-1', ['business_licence']))
  await run(world, saleOff, drained, backedUp, erased)
  await world.tell(p1, { type: 'document.added', document: paper('supporting_evidence', 'address-1') })
  return world
}

/** Where a device goes, and who is asked to see to it. */
export const dispositionStories: Stories = {
  'what becomes of the device fits whose it is, of one device and of two [OQ-16]': async (open) => {
    const fits = {
      provider: [of('provider')],
      agent: [of('agent')],
      mixed: [of('merchant'), of('provider', second)],
      merchant: [of('merchant')],
    } as const
    for (const [whose, devices] of Object.entries(fits))
      for (const disposition of dispositions) {
        const world = await open(terminal({ devices }))
        const event = closureRequested({ disposition })
        const isRight = (disposition === 'merchantOwned') === (whose === 'merchant')
        if (isRight) await world.tell(m1, event)
        else await world.refuse(m1, event, 'DISPOSITION_UNSUITABLE')
      }
  },

  'for a device of the merchant’s own no time to bring it back runs: in a closure, when it is found, once it is replaced [OQ-16]':
    async (open) => {
      const { serial: _, ...own } = of('merchant')
      const openOwn = () => open(terminal({ devices: [of('merchant')] }))
      const world = await openOwn()
      await world.tell(m1, closureRequested({ disposition: 'merchantOwned' }))
      await world.tell(p2, reviewApproved('application-1', ['business_licence']))
      await world.tell(m1, { type: 'device.lost', serial, kind: 'lost' })
      await world.tell(p1, { type: 'device.found', serial, where: 'the store room' })
      await world.pass(20)
      await world.refuse(
        p1,
        { type: 'device.declaredUnreturned', serial },
        'NOT_YET_DUE',
        'SECOND_PERSON_REQUIRED',
      )
      expect((await world.context()).deadlines).not.toHaveProperty(`deviceReturnDue:${serial}`)

      const replaced = await openOwn()
      await replaced.tell(p1, { type: 'device.replaced', oldSerial: serial, newSerial: spare, ...own })
      expect((await replaced.context()).deadlines).not.toHaveProperty(`deviceReturnDue:${serial}`)
    },

  'a device that is fetched is ordered to be fetched, from where its paper says; one that is sent gets a label':
    async (open) => {
      const fetched = await closing(open)
      await fetched.tell(p1, { type: 'return.authorised', serial, destination: 'collection' })
      expect(await orders(fetched)).toEqual([{ serial, addressDocumentId: 'closure_request' }])
      const elsewhere = await closing(open)
      const away = { type: 'return.authorised', serial, destination: 'collection' } as const
      await elsewhere.tell(p1, { ...away, addressDocumentId: 'address-1' })
      expect(await orders(elsewhere)).toEqual([{ serial, addressDocumentId: 'address-1' }])
      const sent = await closing(open)
      await sent.tell(p1, { type: 'return.authorised', serial, destination: 'institution' })
      expect(await orders(sent)).toEqual([])
    },

  'nobody is sent twice for a device: who was to go elsewhere, or for what is sent now, stays at home':
    async (open) => {
      const world = await closing(open)
      const sent = async () =>
        Object.values((await world.context()).orders).flatMap(({ kind, params, status }) =>
          kind === 'collectDevice' ? [[params.addressDocumentId, status]] : [],
        )
      const away = { type: 'return.authorised', serial, destination: 'collection' } as const
      for (const event of [away, away]) await world.tell(p1, event)
      expect(await sent()).toEqual([['closure_request', 'ordered']])
      await world.tell(p1, { ...away, addressDocumentId: 'address-1' })
      expect(await sent()).toEqual([
        ['closure_request', 'cancelled'],
        ['address-1', 'ordered'],
      ])
      await world.tell(p1, { ...away, destination: 'institution' })
      expect(await sent()).toEqual([
        ['closure_request', 'cancelled'],
        ['address-1', 'cancelled'],
      ])
    },

  'what is here, or missing, is neither fetched nor sent': async (open) => {
    for (const away of ['collection', 'institution'] as const)
      for (const told of [
        { type: 'device.received', serial, receiptId: 'receipt-1' },
        { type: 'device.lost', serial, kind: 'lost' },
      ] as const) {
        const world = await closing(open)
        await world.tell(p1, told)
        await world.tell(p1, { type: 'return.authorised', serial, destination: away })
        const all = JSON.stringify((await world.context()).orders)
        expect(all).not.toMatch(/collectDevice|return_label/)
      }
  },

  'a device goes the way that the form asked for, unless somebody says otherwise [R-023 R-170]': async (
    open,
  ) => {
    const away = { type: 'return.authorised', serial } as const
    for (const disposition of ['return', 'collection'] as const) {
      const fetched = disposition === 'collection'
      const asked = await closing(open, disposition)
      await asked.tell(p1, away)
      expect(await orders(asked)).toHaveLength(fetched ? 1 : 0)
      const otherwise = await closing(open, disposition)
      await otherwise.tell(p1, fetched ? { ...away, ...toPlace } : { ...away, destination: 'collection' })
      expect(await orders(otherwise)).toHaveLength(fetched ? 0 : 1)
    }
  },

  'a device goes to the place that the provider names, whose address the label says [R-023 R-216]': async (
    open,
  ) => {
    const world = await closing(open, 'return')
    const away = { type: 'return.authorised', serial } as const
    await world.refuse(p1, { ...away, destination: 'designatedPlace' }, 'REQUIRED_HERE')
    // a place that the merchant cannot look up
    await world.refuse(p1, { ...away, ...toPlace, addressDocumentId: 'address-2' }, 'DOCUMENT_UNKNOWN')
    await world.tell(p1, { ...away, ...toPlace })
    expect((await world.context()).devices[serial]?.returnTo).toMatchObject(toPlace)
    for (const locale of ['en', 'zh-CN'] as const) {
      const label = await labelOf(world, locale)
      expect(label?.values.address).toBe('address-1')
      expect(label?.body).toContain('address-1')
    }
    // to the institution: no place is named, and no paper of an address is kept for it
    const home = await closing(open, 'return')
    await home.tell(p1, { ...away, destination: 'institution', addressDocumentId: 'address-1' })
    expect((await home.context()).devices[serial]?.returnTo).not.toHaveProperty('addressDocumentId')
    expect((await labelOf(home, 'en'))?.values).not.toHaveProperty('address')
  },

  'who asked that a device be fetched is not asked to bring it [R-023 R-170]': async (open) => {
    for (const disposition of ['return', 'collection'] as const) {
      const world = await closing(open, disposition)
      const owner = disposition === 'collection' ? 'provider' : 'merchant'
      expect(await awayOf(world)).toMatchObject({ owner })
      await world.tell(p1, { type: 'return.authorised', serial })
      expect(await awayOf(world)).toMatchObject({ owner })
      await world.tell(p1, { type: 'device.received', serial, receiptId: 'receipt-1' })
      expect(await awayOf(world)).toBeUndefined()
      const otherwise = await closing(open, disposition)
      const destination = disposition === 'collection' ? 'institution' : 'collection'
      await otherwise.tell(p1, { type: 'return.authorised', serial, destination })
      expect(await awayOf(otherwise)).toMatchObject({
        owner: destination === 'collection' ? 'provider' : 'merchant',
      })
    }
  },

  'a device that nobody ever sent for is given up at nobody’s cost, and charged where it was not handed over [R-023 R-170]':
    async (open) => {
      const given = { type: 'device.declaredUnreturned', serial } as const
      const charge = { chargeId: 'device', amount: cny(500), feeTableVersion: 'standard' }
      const brought = await closing(open, 'return')
      await brought.pass(40)
      await byTwo(brought, { ...given, charge })
      const forgotten = await closing(open, 'collection')
      await forgotten.pass(40)
      await forgotten.tell(p1, { type: 'act.proposed', act: { ...given, charge } })
      await forgotten.refuse(p2, { ...given, charge }, 'LIABILITY_WITHOUT_GROUND')
      await forgotten.tell(p1, { type: 'return.authorised', serial })
      await forgotten.tell(p1, { type: 'act.proposed', act: { ...given, charge } })
      await forgotten.tell(p2, { ...given, charge })
      const free = await closing(open, 'collection')
      await free.pass(40)
      await byTwo(free, given)
      expect((await free.context()).charges).toEqual({})
    },

  'a device that is registered is described, and bound to nothing [OQ-15]': async (open) => {
    const world = await open()
    const before = await world.context()
    const kit = { model: 'N86', accessories: [{ name: 'base', count: 1 }] }
    await world.tell(p1, { type: 'device.registered', serial, ...kit })
    const after = await world.context()
    expect(after.devices).toEqual({ [serial]: { ...before.devices[serial], ...kit } })
    expect(after.orders).toEqual(before.orders)
    await world.refuse(p1, { type: 'device.registered', serial: spare, ...kit }, 'DEVICE_UNKNOWN')
  },

  'what the merchant asked for is answered by the act itself, about that device [R-055 R-135]': async (
    open,
  ) => {
    for (const [kind, act] of Object.entries(answered)) {
      const world = await act(open)
      expect({ kind, status: await statusOf(world, kind) }).toEqual({ kind, status: 'answered' })
    }
  },
}
