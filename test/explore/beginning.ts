import type { LifecyclePolicy } from '../../src/domain/index.ts'
import type { LifecycleRecord } from '../../src/machine/index.ts'
import { openBooks } from '../support/accountant.ts'
import { terminal } from '../support/samples.ts'
import { lifecycle, smallPolicy } from './lifecycle.ts'
import { nextClock } from './next-clock.ts'
import { commandsOf, twinOf } from './resolve.ts'
import { serial } from './sayings-kit.ts'
import { type Life, tell } from './telling.ts'
import type { World } from './world.ts'
import { sayingNamed } from './worlds/sayings.ts'

export const policyOf = ({ policy }: World): LifecyclePolicy => ({ ...smallPolicy, ...policy })

const why = (record: LifecycleRecord, name: string): string => {
  const [command] = commandsOf(sayingNamed(name), record) ?? []
  if (command === undefined) return 'there is nothing that it could be about'
  const asking = { at: command.at, actor: command.actor, viewer: 'provider' } as const
  return lifecycle
    .explain(record, command.event as never, asking)
    .map(({ code }) => code)
    .join(', ')
}

/** Where a world begins, opened and told what comes before; and where it comes to when more is said. */
export const lifeAt = (world: World, path: readonly string[], isTwin = false): Life => {
  const input = terminal({ devices: [{ serial, owner: 'provider', tenancy: 'sole' }], ...world.opening })
  const opening = { at: '2026-03-02T01:00:00.000Z', commandId: 'open', policy: policyOf(world) }
  let life: Life = { record: lifecycle.open(input, opening).record, books: openBooks(input) }
  for (const name of [...world.before, ...path]) {
    const saying = name === 'the next clock' ? undefined : sayingNamed(name)
    const commands = saying
      ? commandsOf(isTwin ? twinOf(saying) : saying, life.record)
      : nextClock(life.record)
    const told = tell(life, commands ?? [])
    if (!told.life)
      throw new Error(`${world.name}: "${name}" was not heard: ${saying ? why(life.record, name) : ''}`)
    life = told.life
  }
  return life
}
