import { createHash } from 'node:crypto'
import type { World } from './world.ts'

const counted = (names: readonly string[]): string =>
  [...new Set(names)]
    .toSorted()
    .map((name) => `${name} ${names.filter((one) => one === name).length}`)
    .join(', ')

/** What a story leaves behind, so that a reader sees what has changed of it: in words, and all of it as a digest. */
export const leftBy = async (world: World): Promise<string> => {
  const record = await world.record()
  const orders = await world.orders()
  const { deadlines, issues } = record.context
  const whole = createHash('sha256')
    .update(JSON.stringify([record, orders]))
    .digest('hex')
    .slice(0, 12)
  return [
    JSON.stringify(record.value),
    `orders: ${counted(orders.map(({ kind, status }) => `${kind} ${status}`))}`,
    `clocks: ${counted(Object.values(deadlines).map(({ name, status }) => `${name} ${status}`))}`,
    `issues: ${counted(issues.map(({ code }) => code))}`,
    whole,
  ].join('; ')
}
