import type { Command } from '../../src/machine/index.ts'
import { lifecycle } from './lifecycle.ts'
import type { Life } from './telling.ts'

const later = (command: Command, milliseconds: number): Command => ({
  ...command,
  commandId: 'again',
  at: new Date(Date.parse(command.at) + milliseconds).toISOString(),
})

/** The same report under another message number, at once and an hour later: what it changes is a fault. */
export const changedBySecondTelling = ({ record }: Life, command: Command): string | undefined => {
  for (const milliseconds of [100, 3_600_000]) {
    const again = lifecycle.step(record, later(command, milliseconds))
    const isSilent = again.accepted && again.noop && again.record === record && again.orders.length === 0
    if (!isSilent) return `${'event' in command ? command.event.type : command.timer} counts again`
  }
  return undefined
}
