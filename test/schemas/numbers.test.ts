import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { fillPath, matchPath } from '../../src/contract/paths.ts'
import {
  AcquirerId,
  acquirerProfiles,
  identifierSchemas,
  LifecycleEvent,
  MerchantId,
  OrganisationId,
  orderParams,
  Reference,
  SerialNumber,
  TerminalId,
  TerminalInput,
  ToldReference,
} from '../../src/schemas/index.ts'
import { terminal } from '../support/samples.ts'

const { devices, ...opening } = terminal()
const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success
const portfolio = identifierSchemas(acquirerProfiles.default)

/** Every room in which a number is told, and whether it takes this one. */
const verdicts = (number: string): Readonly<Record<string, boolean>> => ({
  merchant: takes(MerchantId, number),
  terminal: takes(TerminalId, number),
  serial: takes(SerialNumber, number),
  acquirer: takes(AcquirerId, number),
  merchantInPortfolio: takes(portfolio.MerchantId, number),
  terminalInPortfolio: takes(portfolio.TerminalId, number),
  serialInPortfolio: takes(portfolio.SerialNumber, number),
  opening: takes(TerminalInput, {
    ...opening,
    devices: [{ ...devices[0], serial: number }],
    ...{ acquirerId: number, merchantId: number, terminalId: number },
  }),
  event: takes(LifecycleEvent, { type: 'device.found', serial: number, where: '门店' }),
  order: takes(orderParams.collectDevice.pick({ serial: true }), { serial: number }),
})

const text = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9._:-]{1,41}$/),
  fc.constantFrom('.', '..', '-', '__proto__', 'constructor', 'prototype', 'a/b', 'a b', 'é', ''),
  fc.string({ maxLength: 45 }),
)

describe('A number of a terminal, merchant or device', () => {
  it('is taken in every room or in none [OQ-01]', () => {
    fc.assert(
      fc.property(text, (number) => {
        expect(new Set(Object.values(verdicts(number))).size, JSON.stringify(verdicts(number))).toBe(1)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['tmr_9XyZ', 'device:995CS397A6475287', 'TestMerchant_POS', '898440354110001', 'A003310F0002085'])(
    '%s is taken',
    (number) => {
      expect(Object.values(verdicts(number))).not.toContain(false)
    },
  )

  it('can be told in a path, and stand inside a reference', () => {
    fc.assert(
      fc.property(text, (number) => {
        fc.pre(takes(SerialNumber, number))
        expect(takes(Reference, `import:${number}`)).toBe(true)
        const path = fillPath('/devices/{serial}/keys', { serial: number })
        expect(new URL(path, 'https://acquirer.example').pathname).toBe(path)
        expect(matchPath('/devices/{serial}/keys', path)).toEqual({ serial: number })
      }),
    )
  })
})

describe('A reference', () => {
  const referred: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = {
    reference: Reference,
    organisation: OrganisationId,
    told: ToldReference,
    opening: z.object({ id: z.custom((id) => takes(TerminalInput, { ...terminal(), lifecycleId: id })) }),
  }
  const takers = (id: string) =>
    Object.entries(referred).map(([name, schema]) => takes(schema, name === 'opening' ? { id } : id))

  it.each(['.', '..', '...', '-', '_:'])(
    '%s, which no path can hold or nobody can read, is taken nowhere',
    (id) => {
      expect(takers(id)).not.toContain(true)
    },
  )

  it.each(['a', '..a', 'dispute:CB-2026-7', 'a'.repeat(100)])('%s stays one segment of a path', (id) => {
    expect(takers(id)).not.toContain(false)
    const path = fillPath('/terminals/{lifecycleId}', { lifecycleId: id })
    expect(new URL(path, 'https://acquirer.example').pathname).toBe(path)
  })
})
