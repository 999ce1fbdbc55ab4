import { expect, it } from 'vitest'
import { terminal } from '../support/samples.ts'
import { closure, house } from './house.ts'

it('the name of an application is in use for everybody at the acquirer, whoever may see whose it is', async () => {
  const { runtime, as } = await house()
  const merchantId = '898440354119999'
  const other = { lifecycleId: 'life-2', terminalId: '10000002', merchantId }
  await runtime.open(terminal(other))
  const filed = { ...closure, merchantId, terminalId: other.terminalId, serialNumber: 'SN-life-2' }
  await as('m1').submitClosure({ ...closure, lifecycleId: 'life-1' })
  await expect(as('stranger').submitClosure({ ...filed, lifecycleId: 'life-2' })).rejects.toMatchObject({
    ...{ code: 'REFUSED', refusal: 'BLOCKED' },
    blockers: [{ code: 'REFERENCE_IN_USE', ref: 'application-1' }],
  })
  const named = { ...filed, applicationId: 'application-2', lifecycleId: 'life-2' }
  expect(await as('stranger').submitClosure(named)).toMatchObject({ lifecycleId: 'life-2' })
})
