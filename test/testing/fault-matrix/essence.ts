import { canonicalJson } from '../../../src/schemas/index.ts'
import { timeless } from '../../quickstart/timeless.ts'
import { nameless } from '../../support/nameless.ts'
import type { Stage } from './stage.ts'

/** What the other side must never do twice. */
const once = /^(payOut|refundDeposit|unbind|eraseDevice|confirmClosure|notify)$/

const sorted = (list: readonly unknown[]): readonly string[] =>
  list.map((item) => JSON.stringify(item)).sort()

/** What came of it, for both sides, whenever it happened, in whatever order, and however often it was tried. */
export const essenceOf = async ({ record, mock }: Stage): Promise<string> => {
  const { value, context } = await record()
  const { told: _, orders: __, deadlines: ___, ...ledgers } = context
  const { terminals, refunds, payments, notices } = mock.snapshot().world
  const world = { terminals, refunds, payments: sorted(payments), notices: sorted(notices) }
  return nameless(canonicalJson(timeless({ value, ledgers, world })))
}

/** What must never happen, found: nothing, in every run, whatever goes wrong. */
export const broken = async ({ record, mock, audit }: Stage): Promise<readonly string[]> => {
  const { context } = await record()
  const { refunds, notices, terminals } = mock.snapshot().world
  const twice = mock.effects().filter(({ operation, count }) => once.test(operation) && count > 1)
  const said = notices.map((notice) => JSON.stringify(notice))
  const found = await audit()
  const over = Object.values(terminals).filter(({ unsettled }) => unsettled < 0)
  return [
    ...twice.map(({ operation, count }) => `${operation} took effect ${count} times under one key`),
    ...Object.entries(refunds)
      .filter(([, amount]) => amount > 200_000)
      .map(([id]) => `${id} was refunded twice`),
    ...over.map(({ unsettled }) => `${-unsettled} were paid that nobody was owed`),
    ...Object.values(terminals)
      .flatMap(({ unbound }) => unbound.filter((entry, place) => unbound.indexOf(entry) !== place))
      .map((entry) => `${entry} was unbound twice`),
    ...said.filter((one, place) => said.indexOf(one) !== place).map((one) => `told twice: ${one}`),
    ...found.map((finding) => `audit: ${JSON.stringify(finding)}`),
    ...(context.closing && context.status.acceptance === 'on' ? ['it sells while it is closing'] : []),
  ]
}
