import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { escalation, note } from '../rig.ts'
import { restateRig } from './rig.ts'

let rig: Awaited<ReturnType<typeof restateRig>>
beforeAll(async () => {
  rig = await restateRig()
})
afterAll(() => rig.close())

describe('A life on Restate', () => {
  it('is opened, told and carried out as in a runtime', async () => {
    const { runtime, store } = rig
    const opened = await runtime.open(terminal())
    expect(opened.record.version).toBe(0)
    const answer = await runtime.dispatch({
      ...{ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: escalation },
    })
    expect(answer.accepted).toBe(true)
    const again = await runtime.dispatch({
      ...{ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: escalation },
    })
    expect(again).toEqual(answer)
    await rig.quiet()
    expect(await store.waiting()).toEqual([])
    console.log(await rig.scheduled(), (await store.load('life-1'))?.record.context.orders)
    await expect(
      runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: note('x') }),
    ).rejects.toMatchObject({
      name: 'InvalidInputError',
      code: 'INVALID_INPUT',
      issues: [{ path: '/commandId', code: 'COMMAND_ID_REUSED' }],
    })
  })
})
