import { expect, it } from 'vitest'
import { escalation } from '../runtime/rig.ts'
import { outboxRig } from './outbox-rig.ts'

it('Everything is sent again, also what two workers are sending when that is asked for', async () => {
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  let isHeld = true
  const { make, tell, posted, deliveries } = await outboxRig({
    answer: async () => {
      if (isHeld) await held
      return { kind: 'answered', status: 204 }
    },
  })
  await tell(escalation)
  const [one, other] = [make({ worker: 'w1' }), make({ worker: 'w2' })]
  const first = Promise.all([one.drain(), other.drain()])
  while (posted.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  const begun = posted.map(({ id }) => id)
  // The receiver has lost all it had: what is under way reached it before that.
  await other.redeliver('portal', { from: null })
  isHeld = false
  await other.drain()
  answer()
  await first
  await Promise.all([one.drain(), other.drain()])
  const again = posted.slice(begun.length).map(({ id }) => id)
  expect(again.filter((id) => begun.includes(id)).sort()).toEqual(begun.sort())
  expect(await deliveries.standing('portal')).toMatchObject({ waiting: 0, givenUp: 0 })
})
