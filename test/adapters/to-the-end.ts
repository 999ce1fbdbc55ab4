import { expect } from 'vitest'
import { approved, byPerson, closedReadBy, closureConfirmed, offReadBy, untilUnbinding } from './closure.ts'
import type { OpenApi } from './contracts.ts'
import { openLife } from './life.ts'
import { rigs } from './vendors.ts'

type Life = Awaited<ReturnType<typeof openLife>>

const expectClosed = async ({ record, failures }: Life, wrong: readonly string[]) => {
  const { value, context } = await record()
  expect(value).toBe('closed')
  expect(context.issues).toEqual([])
  expect(failures).toEqual([])
  expect(wrong).toEqual([])
}

/** A whole closure over Adyen: each thing that its API cannot do waits under a name, and a person goes on from there. */
export async function closedOverAdyen(contract?: OpenApi) {
  const { mock, own, services } = rigs.Adyen({ contract })
  const life = await openLife(own.input, services)
  await life.act(...approved(own))
  // accepted is not done: the terminal has not spoken with Adyen yet
  expect((await life.waits()).map(({ code }) => code)).toContain('ACCEPTANCE_NOT_DISABLED')
  mock.sync()
  await life.work()
  expect((await life.record()).context.status).toMatchObject({ acceptance: 'off', registry: 'suspended' })
  await untilUnbinding(life, own)
  expect(await life.waits()).toMatchObject([{ code: 'UNBINDING_PENDING' }])
  mock.sync()
  await life.work(6)
  await expectClosed(life, mock.wrong)
  expect(mock.effects).toEqual([
    'reassign S1E-7001 {"merchantId":"Merchant-1","inventory":true}',
    'reassign S1E-7001 {"companyId":"Company"}',
  ])
}

/** A whole closure over SumUp, without books of one's own: people read the status and confirm the closure too. */
export async function closedOverSumUp(contract?: OpenApi) {
  const { mock, own, services } = rigs.SumUp({ contract, hasBooks: false })
  const life = await openLife(own.input, services)
  await life.act(...approved(own))
  expect(mock.effects).toEqual(['unpair SOLO-7001'])
  await byPerson(life, offReadBy(life))
  await untilUnbinding(life, own)
  await byPerson(life, await closureConfirmed(life))
  await byPerson(life, closedReadBy(life))
  await expectClosed(life, mock.wrong)
  expect(mock.effects).toEqual(['unpair SOLO-7001'])
}
