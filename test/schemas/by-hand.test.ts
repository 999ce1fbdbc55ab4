import { expect, it } from 'vitest'
import { eventProfiles, orderKinds } from '../../src/domain/index.ts'
import { byHand, type Call, type HandTask, type Services } from '../../src/schemas/index.ts'

type Service = (params: unknown, call: Call) => Promise<unknown>
const call = { orderId: 'life-1/2/0' } as Call

const taskOf = async (kind: keyof Services, params: object) => {
  const desk: HandTask[] = []
  const services = byHand(async (task) => desk.push(task))
  expect(await (services[kind] as Service)(params, call)).toEqual([])
  return desk[0] ?? expect.fail('nothing lies on the desk')
}

it('Whoever carries an order out by hand is told whose work it is and how to tell what came of it', async () => {
  expect(await taskOf('eraseDevice', { serial: '1' })).toEqual({
    ...{ kind: 'eraseDevice', params: { serial: '1' }, department: 'workshop' },
    tells: ['erasure.completed', 'erasure.failed'],
  })
  expect(await taskOf('disableAcceptance', {})).toMatchObject({
    ...{ department: 'operations', tells: ['status.reported'] },
  })
  expect(await taskOf('openTicket', { department: 'risk' })).toMatchObject({ department: 'risk', tells: [] })
})

it('Every order that is waited for has an event that a person of the provider may tell', async () => {
  const deaf: string[] = []
  for (const kind of orderKinds) {
    const { tells } = await taskOf(kind, {})
    for (const type of tells) expect(eventProfiles[type].roles).toContain('provider')
    if (tells.length === 0) deaf.push(kind)
  }
  expect(deaf).toEqual(['notify', 'openTicket'])
})

it('A desk that takes nothing is an order that was not accepted', async () => {
  const services = byHand(() => Promise.reject(new Error('the list is full')))
  await expect((services.payOut as Service)({}, call)).rejects.toThrow('the list is full')
})
