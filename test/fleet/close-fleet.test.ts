import { describe, expect, it } from 'vitest'
import { OutcomeUnknownError, RefusedError } from '../../src/errors/index.ts'
import { closeFleet } from '../../src/fleet/index.ts'
import { house, closure as whole } from '../backend/house.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'

const {
  process: _,
  applicationId: __,
  merchantId: ___,
  merchantName: ____,
  terminalId: _____,
  ...form
} = whole
const ids = ['life-1', 'life-2']
const batch = 'north-2026'

const fleetHouse = async () => {
  const { anew, ...rest } = await house()
  const { runtime, as } = anew()
  await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: '10000002' }))
  return { ...rest, runtime, portal: as('m1') }
}
const run = async (stream: ReturnType<typeof closeFleet>) => {
  const all: Record<string, string> = {}
  for await (const { key, ...one } of stream)
    all[key] = one.outcome === 'refused' ? `refused ${one.codes.join(' ')}` : one.outcome
  return all
}
const formOf = ({ lifecycleId }: { lifecycleId: string }) => ({
  ...form,
  serialNumber: lifecycleId === 'life-1' ? (form.serialNumber ?? '') : `SN-${lifecycleId}`,
})

describe('The closure of a fleet', () => {
  it('is applied for once at each terminal, and an unknown one is refused', async () => {
    const { portal } = await fleetHouse()
    const close = () => run(closeFleet(portal, [...ids, 'life-9'], { batch, form: formOf }))
    expect(await close()).toEqual({
      'north-2026.life-1': 'accepted',
      'north-2026.life-2': 'accepted',
      'north-2026.life-9': 'refused NOT_FOUND',
    })
    expect(await close()).toEqual({
      'north-2026.life-1': 'alreadyDone',
      'north-2026.life-2': 'alreadyDone',
      'north-2026.life-9': 'refused NOT_FOUND',
    })
    expect((await portal.getTerminal({ lifecycleId: 'life-2' })).applicationId).toBe('north-2026.life-2')
  })

  it('goes on with the next ones where a form will not do, and takes it when it is mended', async () => {
    const { portal } = await fleetHouse()
    const close = (documents: typeof form.documents) =>
      run(
        closeFleet(portal, ids, {
          batch,
          form: (life) => ({ ...formOf(life), ...(life.lifecycleId === 'life-1' && { documents }) }),
        }),
      )
    expect(await close([])).toEqual({
      'north-2026.life-1': 'refused DOCUMENTS_INCOMPLETE',
      'north-2026.life-2': 'accepted',
    })
    expect(await close(form.documents)).toEqual({
      'north-2026.life-1': 'accepted',
      'north-2026.life-2': 'alreadyDone',
    })
  })

  it('files nothing where nobody could say whether it was filed before', async () => {
    const { portal } = await fleetHouse()
    const filed: unknown[] = []
    const unsure = {
      ...portal,
      getApplication: () => Promise.reject(new RefusedError({ refusal: 'BUSY', retryable: true })),
      submitClosure: (request: unknown) => {
        filed.push(request)
        return Promise.reject(new Error('not to be asked'))
      },
    }
    const became = await run(closeFleet(unsure, ['life-1'], { batch, form: formOf }))
    expect(became).toEqual({ 'north-2026.life-1': 'failed' })
    expect(filed).toEqual([])
  })

  it('counts what was refused for now as failed, and what was refused for good as refused', async () => {
    const { portal } = await fleetHouse()
    const close = (retryable: boolean) => {
      const submitClosure = () => Promise.reject(new RefusedError({ refusal: 'BUSY', retryable }))
      return run(closeFleet({ ...portal, submitClosure }, ids, { batch, form: formOf }))
    }
    const both = (became: string) => Object.fromEntries(ids.map((id) => [`${batch}.${id}`, became]))
    expect(await close(true)).toEqual(both('failed'))
    expect(await close(false)).toEqual(both('refused BUSY'))
  })

  it('finds out what became of an application whose answer got lost', async () => {
    const { portal } = await fleetHouse()
    const lossy = {
      ...portal,
      submitClosure: async (...asked: Parameters<typeof portal.submitClosure>) => {
        await portal.submitClosure(...asked)
        throw new OutcomeUnknownError({
          request: { method: 'POST', url: 'https://office.example/v1/closures' },
          operation: 'submitClosure',
          idempotencyKey: asked[1]?.idempotencyKey ?? '',
          lifecycleId: asked[0].lifecycleId,
        })
      },
    }
    expect(await run(closeFleet(lossy, ids, { batch, form: formOf }))).toEqual({
      'north-2026.life-1': 'accepted',
      'north-2026.life-2': 'accepted',
    })
  })

  it('tries again under the same key, and under another one once the terminal has moved', async () => {
    const { portal, world } = await fleetHouse()
    const keys: string[] = []
    const submitClosure: typeof portal.submitClosure = async (_, asked) => {
      keys.push(asked?.idempotencyKey ?? '')
      throw new RefusedError({ refusal: 'BUSY', retryable: true })
    }
    const close = () => run(closeFleet({ ...portal, submitClosure }, ['life-1'], { batch, form: formOf }))
    await close()
    await close()
    await world.tell(p1, { type: 'note.recorded', kind: 'note', text: 'the papers have come' })
    await close()
    expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false])
    for (const key of keys) expect(key).toMatch(/^north-2026\.life-1\.[0-9a-f]{64}$/)
  })
})
