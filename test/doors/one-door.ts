import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expected } from './break.ts'
import { breaks } from './breaks.ts'
import { type Door, doors, openDoors } from './doors.ts'
import { type Form, goodForms, type Process, reasonsOf } from './forms.ts'

const processes = Object.keys(reasonsOf) as Process[]
const reasons = processes.flatMap((process) => reasonsOf[process].map((reason) => [process, reason] as const))

/** Pairs of a form and a check that were tried, by door. */
const figures = Object.fromEntries(doors.map((door) => [door, 0])) as Record<Door, number>
const broken = (form: Form, change: object): Form => {
  const made = Object.entries({ ...form, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(made) as unknown as Form
}

/** @param isMine which of the reasons, by their place: a process has several, and its checks are the same for most. */
export const oneDoor = (isMine: (place: number) => boolean): void => {
  afterAll(() => {
    const told = doors.map((door) => `${door} ${figures[door]}`).join(', ')
    console.info(
      `pairs of form and check by door: ${told}; checks ${breaks.length}, reasons ${reasons.length}`,
    )
  })

  describe.each(reasons.filter((_, place) => isMine(place)))('%s for %s', (process, reason) => {
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
}
