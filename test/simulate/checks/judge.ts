import { deliveriesFit } from './deliveries.ts'
import { hiddenStaysHidden } from './hidden.ts'
import { promisesHold } from './promises.ts'
import type { Rest } from './rest.ts'
import { storedFits } from './stored.ts'
import { systemsFit } from './systems.ts'

/** Holds everything that was promised against what is there. */
export async function judge(rest: Rest): Promise<void> {
  await storedFits(rest)
  systemsFit(rest)
  await promisesHold(rest)
  hiddenStaysHidden(rest)
  await deliveriesFit(rest)
}
