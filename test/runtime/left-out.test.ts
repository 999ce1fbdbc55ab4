import { describe, expect, it } from 'vitest'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import { LifecycleEvent } from '../../src/schemas/index.ts'
import { p1 } from '../support/people.ts'
import { silentServices } from '../support/world.ts'
import { escalation, rig } from './rig.ts'

describe('What was left out, or not awaited', () => {
  it.each([
    [{ store: undefined }, '/store', 'REQUIRED'],
    [{ store: Promise.resolve(memoryStore()) }, '/store', 'WRONG_TYPE'],
    [{ store: 'terminals.db' }, '/store', 'WRONG_TYPE'],
    [{ services: undefined }, '/services', 'REQUIRED'],
    [{ services: {} }, '/services/disableAcceptance', 'REQUIRED'],
  ])('refuses to start with %j, and names the option', (wrong, path, code) => {
    const made = () => createRuntime({ store: memoryStore(), services: silentServices, ...wrong } as never)
    expect(made).toThrow(expect.objectContaining({ issues: expect.arrayContaining([{ path, code }]) }))
  })

  it('of a command, is an event that is none: no error of another library', async () => {
    const event: unknown = Promise.resolve(escalation)
    const { runtime } = await rig()
    const command = { lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event: event as LifecycleEvent }
    const error = await runtime.dispatch(command).catch((refused: unknown) => refused)
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '/event', code: 'WRONG_TYPE' }],
    })
    expect(LifecycleEvent.safeParse(event).success).toBe(false)
  })

  it('of the answer of a service, is refused by the name of that answer', async () => {
    const openTicket = (async () => [Promise.resolve({})]) as never
    const { tell, runtime, failures } = await rig({ services: { openTicket } })
    await tell(escalation)
    await runtime.drain()
    expect(failures[0]?.error).toMatchObject({
      code: 'SERVICE_ANSWER_REFUSED',
      issues: [{ path: '/event', code: 'WRONG_TYPE' }],
    })
  })
})
