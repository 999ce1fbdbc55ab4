import { expect, it } from 'vitest'
import { acquirerId, people } from '../../examples/acquirer-backend/people.ts'
import { openOffice } from './an-office.ts'

/** What a case shows under one heading, without its marks. */
const partOf = async (ask: Awaited<ReturnType<typeof openOffice>>['ask'], name: string): Promise<string> => {
  const page = await (await ask('/t/life-1')).text()
  const part = new RegExp(`<section data-part="${name}".*?</section>`, 's').exec(page)?.[0] ?? ''
  return part.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

it('A case says which device a hold is about, and which was wiped although nobody had allowed it', async () => {
  const { runtime, ask } = await openOffice()
  const system = { ...people.chen.actor, role: 'system', personId: 'host', duties: [] } as const
  expect(await partOf(ask, 'devices')).toMatch(/^(?=.*SN-1)(?!.*wiped)/)
  await runtime.dispatch({
    ...{ lifecycleId: 'life-1', commandId: 'c-1', actor: people.sun.actor },
    event: { type: 'hold.placed', holdId: 'h-1', code: 'HARDWARE_FAULT', serial: 'SN-1' },
  })
  await runtime.dispatch({
    ...{ lifecycleId: 'life-1', commandId: 'c-2', actor: { ...system, acquirerId } },
    event: { type: 'erasure.completed', serial: 'SN-1', method: 'clear', tool: 'console' },
  })
  expect(await partOf(ask, 'head')).toMatch(/Since .* Device SN-1/)
  expect(await partOf(ask, 'devices')).toContain('wiped without leave')
})
