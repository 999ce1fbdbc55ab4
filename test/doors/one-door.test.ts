import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestFaults } from '../../src/domain/requests/rule.ts'
import { expected } from './break.ts'
import { breaks } from './breaks.ts'
import { type Door, doors, openDoors } from './doors.ts'
import { type Form, goodForms, type Process, reasonsOf } from './forms.ts'

const processes = Object.keys(reasonsOf) as Process[]
const reasons = processes.flatMap((process) => reasonsOf[process].map((reason) => [process, reason] as const))

/** Pairs of a form and a check that were tried, by door. */
const figures = Object.fromEntries(doors.map((door) => [door, 0])) as Record<Door, number>
afterAll(() => {
  const told = doors.map((door) => `${door} ${figures[door]}`).join(', ')
  console.info(`pairs of form and check by door: ${told}; checks ${breaks.length}, reasons ${reasons.length}`)
})

const broken = (form: Form, change: object): Form => {
  const made = Object.entries({ ...form, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(made) as unknown as Form
}

describe.each(reasons)('%s for %s', (process, reason) => {
  let through: Awaited<ReturnType<typeof openDoors>>
  beforeAll(async () => {
    through = await openDoors(process, reason)
  })

  it('passes every door when nothing is wrong with it', async () => {
    for (const form of fc.sample(goodForms(process, reason), { numRuns: 10 })) {
      for (const door of ['form', 'step'] as const)
        expect({ door, said: await through[door](form) }).toEqual({ door, said: [] })
    }
    for (const door of doors) {
      const [form] = fc.sample(goodForms(process, reason), 1)
      const fresh = await openDoors(process, reason)
      expect({ door, said: form && (await fresh[door](form)) }).toEqual({ door, said: [] })
    }
  })

  it.each(breaks.filter(({ of }) => of.includes(process)))(
    'meets the same $code at each door: $name',
    async (one) => {
      await fc.assert(
        fc.asyncProperty(goodForms(process, reason), async (form) => {
          const change = one.change(form, reason)
          if (change === undefined) return
          for (const door of doors) {
            const wanted = expected(one, door)
            if (wanted === undefined) continue
            const said = await through[door](broken(form, change))
            expect({ door, said }).toEqual({
              door,
              said: expect.arrayContaining([expect.objectContaining(wanted)]),
            })
            figures[door] += 1
          }
        }),
        { numRuns: 2 },
      )
    },
  )
})

describe('the checks that are tried', () => {
  it('are all that a decision about an application rests on', () => {
    const tried = new Set(breaks.map(({ code }) => code))
    expect(requestFaults.filter((code) => !tried.has(code))).toEqual([])
  })

  it('are each made by more than one door, and by the record where a decision rests on them', () => {
    for (const one of breaks) {
      const making = doors.filter((door) => expected(one, door) !== undefined)
      expect(making.length, one.name).toBeGreaterThan(1)
      if (one.sees === 'values' && !one.missing?.step) expect(making, one.name).toEqual([...doors])
    }
  })
})
