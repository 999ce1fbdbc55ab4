import { approved, clearingParts, confirmed, run, saleOff } from '../support/closure.ts'
import { m1, p1, sys } from '../support/people.ts'
import { batch, paper, serial, statusRead } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { otherSerial, tested, testing, transaction } from './acts.ts'
import { corrected, issue, obliged, owes, refused, required, story } from './kit.ts'

export const replaced = {
  type: 'device.replaced',
  oldSerial: serial,
  newSerial: otherSerial,
  owner: 'provider',
  tenancy: 'sole',
} as const
const proposal = { type: 'resolution.proposed', txnRef: 'sale-1', handling: 'void' } as const
const acceptance = { ...proposal, type: 'resolution.accepted' } as const
const pending = ({ tell, at }: World) => tell(sys, transaction('pending', at()))
const isRead = (world: World, acceptance: 'on' | 'off') => async (): Promise<boolean> =>
  (await world.context()).status.acceptance === acceptance

export const serviceClearings = {
  TEST_INCOMPLETE: story(async (world) => {
    await testing(world)
    return corrected(world, p1, tested(serial, ['power']), tested())
  }),
  TEST_TRANSACTION_OPEN: story(async (world) => {
    await testing(world)
    await world.tell(sys, transaction('pending', world.at(), { test: true }))
    return refused(world, p1, tested(), () =>
      world.tell(p1, transaction('voided', world.at(), { test: true })),
    )
  }),
  WRONG_SERIAL: story(async (world) => {
    await testing(world)
    return corrected(world, p1, tested(otherSerial), tested())
  }),
  STALE_READ: issue(async (world) => {
    const early = world.at()
    await world.tell(sys, statusRead('off', world.at()))
    return {
      report: () => world.tell(sys, statusRead('on', early)),
      isWrong: isRead(world, 'off'),
      act: () => world.tell(sys, statusRead('on', world.at())),
    }
  }),
  READING_UNKNOWN: story((world) => {
    const readAt = world.at()
    const evidence = [paper('host_status_record')]
    return refused(world, p1, { type: 'reading.accepted', readAt, evidence }, () =>
      world.tell(sys, statusRead('on', readAt)),
    )
  }),
  STATUS_MISMATCH: issue((world) => ({
    report: () => world.tell(sys, statusRead('off', world.at())),
    isWrong: isRead(world, 'off'),
    act: () => world.tell(sys, statusRead('on', world.at())),
  })),
  STATUS_NOT_CLOSED: story(async (world) => {
    await run(world, approved, ...clearingParts, confirmed)
    return required(world, () => world.tell(sys, statusRead('off', world.at(), 'closed')))
  }),
  ACCEPTANCE_NOT_DISABLED: story(async (world) => {
    await run(world, approved)
    return obliged(world, () => world.tell(p1, statusRead('off', world.at())))
  }),
  TRANSACTIONS_OPEN: story(async (world) => {
    await run(world, approved, saleOff)
    await pending(world)
    return obliged(world, async () => {
      await world.tell(p1, proposal)
      await world.tell(m1, acceptance)
    })
  }),
  TRANSACTION_UNKNOWN: story((world) => refused(world, p1, proposal, () => pending(world))),
  COUNTERPARTY_MUST_ACCEPT: story(async (world) => {
    await pending(world)
    await world.tell(p1, proposal)
    return refused(world, p1, acceptance, () => world.tell(m1, acceptance))
  }),
  BATCH_MISMATCH: issue(async (world) => {
    await run(world, approved, saleOff)
    return {
      report: () => world.tell(sys, batch(world.at(), 'batch-1', 3, 4)),
      isWrong: owes(world, 'DEVICE_NOT_DRAINED'),
      act: () => world.tell(p1, batch(world.at(), 'batch-2', 4)),
    }
  }),
  DEVICE_NOT_DRAINED: story(async (world) => {
    await run(world, approved, saleOff)
    return obliged(world, () => world.tell(sys, batch(world.at(), 'batch-1')))
  }),
}
