import { expect } from 'vitest'
import { requirements, reviewLines } from '../../src/machine/index.ts'
import { m1, p1 } from '../support/people.ts'
import { reinstatementRequested, serial, terminal } from '../support/samples.ts'
import type { Stories, World } from '../support/world.ts'

const device = { serial, owner: 'provider', tenancy: 'sole' } as const
const offering = (...offers: readonly (boolean | undefined)[]) =>
  terminal({
    holds: [{ holdId: 'licence', code: 'LICENCE_EXPIRED' }],
    devices: offers.map((selfService, place) => ({
      ...device,
      serial: place === 0 ? serial : `sn-${place}`,
      ...(selfService !== undefined && { selfService }),
    })),
  })
const filed = (selfService?: string, differs: object = {}) =>
  reinstatementRequested({ licence: 'LICENCE_EXPIRED' }, {
    ...(selfService && { selfService }),
    ...differs,
  } as object)
/** The same, about the terminal and no device of it. */
const unnamed = ({ request, ...event }: ReturnType<typeof filed>) => {
  const { serialNumber: _, ...rest } = request
  return { ...event, request: rest }
}
const compared = async (world: World) =>
  reviewLines(await world.record(), { viewer: 'provider' }).find(({ line }) => line === 'selfServiceCompared')
    ?.value
const tickets = async (world: World) =>
  Object.values((await world.context()).orders).flatMap((order) =>
    order.kind === 'openTicket' ? [order.params] : [],
  )
const asked = async (world: World) => {
  const { currentlyDue } = requirements(await world.record(), { at: world.at(), actor: m1 })
  return currentlyDue.map(({ code }) => code)
}

/** Help that the device itself offers: what is known of the device, what the merchant says, and where it turns else. */
export const selfServiceStories: Stories = {
  'what a request says of the device’s own help is compared with what is known of the device [R-064]': async (
    open,
  ) => {
    for (const [offers, said, verdict] of [
      [[true], 'unresolved', 'matches'],
      [[false], 'unresolved', 'differs'],
      [[false], 'resolved', 'differs'],
      [[true], 'notSupported', 'differs'],
      [[false], 'notSupported', 'matches'],
      [[false], 'notTried', 'matches'],
      [[undefined], 'unresolved', 'notOnRecord'],
      [[false, true], 'resolved', 'matches'],
      [[false, undefined], 'resolved', 'notOnRecord'],
      [[true], undefined, undefined],
    ] as const) {
      const world = await open(offering(...offers))
      await world.tell(m1, unnamed(filed(said)))
      expect(await compared(world), `${offers} ${said}`).toBe(verdict)
    }
  },

  'a request that names its device is compared with that one [R-064]': async (open) => {
    const world = await open(offering(true, false))
    await world.tell(m1, filed('resolved', { serialNumber: 'sn-1' }))
    expect(await compared(world)).toBe('differs')
  },

  'what a device offers is told when it is handed out, too [R-064]': async (open) => {
    const world = await open(offering(undefined))
    await world.tell(p1, { type: 'device.registered', serial, model: 'P-90', selfService: false })
    await world.tell(m1, filed('unresolved'))
    expect(await compared(world)).toBe('differs')
  },

  'where the device’s own help did not help, support hears and the merchant reads whom to ask [R-065]':
    async (open) => {
      const world = await open(offering(true))
      await world.tell(m1, filed('resolved', { applicationId: 'application-1' }))
      expect(await tickets(world)).toEqual([])
      expect(await asked(world)).not.toContain('CONTACT_PROVIDER')
      await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-1' })
      await world.tell(m1, filed('unresolved', { applicationId: 'application-2' }))
      expect(await tickets(world)).toEqual([
        { department: 'risk', topic: 'support_contact', ref: 'application-2' },
      ])
      expect(await asked(world)).toContain('CONTACT_PROVIDER')
      await world.tell(m1, { type: 'application.withdrawn', applicationId: 'application-2' })
      expect(await asked(world)).not.toContain('CONTACT_PROVIDER')
    },
}
