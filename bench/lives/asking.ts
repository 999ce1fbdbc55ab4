import { type Actor, orderKinds } from '../../src/domain/index.ts'
import { createRuntime, type Runtime } from '../../src/runtime/index.ts'
import type { Store } from '../../src/runtime/store.ts'
import type { LifecycleEvent, Services } from '../../src/schemas/index.ts'
import { asOf } from './questions.ts'
import { acquirerOf, lifeOf, templates } from './templates.ts'

const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services

const clerkAt = (acquirerId: string): Actor => ({
  ...{ role: 'provider', personId: 'clerk-1', organisationId: acquirerId, acquirerId },
  duties: ['intake', 'reviewer', 'risk'],
})

/** Numbers that look like chance and are the same each time. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export interface Teller {
  runtime: Runtime
  /** Tells so many lives, by chance, something that is written down. */
  tell(events: number): Promise<readonly string[]>
}

/** A runtime over a file with so many lives. */
export function tellerOf(store: Store, lives: number): Teller {
  const pick = chance(lives)
  let told = 0
  // A file may be used again, and a command is carried out once.
  const run = crypto.randomUUID()
  const clock = { now: () => new Date(Date.parse(asOf) + told * 1_000).toISOString() }
  const runtime = createRuntime({ store, services, clock })
  const eventOf = (): LifecycleEvent => {
    if (told % 3 === 0) return { type: 'note.recorded', kind: 'escalation', text: 'no answer for days' }
    return { type: 'note.recorded', kind: 'note', text: 'the merchant called' }
  }
  return {
    runtime,
    async tell(events) {
      const ids: string[] = []
      for (let n = 0; n < events; n += 1) {
        told += 1
        const number = pick(templates)
        const lifecycleId = lifeOf(pick(lives / templates), number)
        const command = { lifecycleId, commandId: `${run}-${told}`, event: eventOf() }
        const answer = await runtime.dispatch({ ...command, actor: clerkAt(acquirerOf(number)) })
        if (!answer.accepted) throw new Error(`${lifecycleId}: ${JSON.stringify(answer.blockers)}`)
        ids.push(lifecycleId)
      }
      return ids
    },
  }
}
