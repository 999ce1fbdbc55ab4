import type { Actor } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import {
  accountVerified,
  approved,
  backedUp,
  drained,
  erased,
  keysRemoved,
  returned,
  saleOff,
} from '../../support/closure.ts'
import { signing } from '../../support/signing.ts'
import type { World as Story } from '../../support/world.ts'
import type { Office } from '../system/office.ts'
import type { World } from '../system/world.ts'

const parts = [approved, saleOff, drained, backedUp, erased, keysRemoved, returned, accountVerified]
const day = 86_400_000

/** What happened before the seed begins to be told: a closure that has come some of its way, so that money soon moves. */
export async function prelude(world: World, office: Office, lifecycleId: string): Promise<void> {
  const sign = signing()
  let told = 0
  const tell = async (actor: Actor, event: LifecycleEvent) => {
    told += 1
    await world.scheduler.pause(1_000, 'before')
    const signed = await sign(event, office.truth.record(lifecycleId))
    return office.auditor.dispatch({ lifecycleId, commandId: `before-${told}`, actor, event: signed })
  }
  const pass = (days: number) => world.scheduler.pause(days * day, 'before')
  // The parts of a closure ask a story for no more than this.
  const story = { tell, pass, at: () => world.instant() } as unknown as Story
  // Often all of it: only then does money move, which is what most can go wrong with.
  const played = world.chance.happens('whole prelude', 0.5)
    ? parts.length
    : 1 + world.chance.below('prelude', parts.length)
  for (const part of parts.slice(0, played)) await part(story)
}
