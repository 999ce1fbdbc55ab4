import type { AcquirerClient } from '../../../src/client/index.ts'
import type { Actor } from '../../../src/domain/index.ts'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import type { World } from '../system/world.ts'
import { type Day, Enough } from './enough.ts'
import type { Staff } from './staff.ts'

type Read = (client: AcquirerClient, lifecycleId: string) => Promise<unknown>

/** All that somebody may ask about one terminal. */
const questions: readonly Read[] = [
  (client, lifecycleId) => client.getTerminal({ lifecycleId }),
  (client) => client.findTerminals({}),
  (client, lifecycleId) => client.getRequirements({ lifecycleId }),
  (client, lifecycleId) => client.checkClosure({ lifecycleId }),
  (client, lifecycleId) => client.checkReinstatement({ lifecycleId }),
  (client, lifecycleId) => client.checkSuspension({ lifecycleId }),
  (client, lifecycleId) => client.getProcedure({ lifecycleId, process: 'reinstatement' }),
  (client, lifecycleId) => client.getTerminalStatus({ lifecycleId }),
  (client, lifecycleId) => client.getHolds({ lifecycleId }),
  (client, lifecycleId) => client.getNotices({ lifecycleId }),
  (client, lifecycleId) => client.getNotes({ lifecycleId }),
  (client, lifecycleId) => client.getRequests({ lifecycleId }),
  (client, lifecycleId) => client.getOrders({ lifecycleId }),
  (client, lifecycleId) => client.getJournal({ lifecycleId }),
  (client, lifecycleId) => client.getDocuments({ lifecycleId }),
  (client, lifecycleId) => client.exportDossier({ lifecycleId }),
  (client) => client.getChanges({}),
  (client) => client.getWork({}),
]

/** What is not theirs to read is refused, and what gets lost is asked another time: what came stands in what came to merchants. */
const ask = async (client: AcquirerClient, lifecycleId: string, question: Read): Promise<void> => {
  try {
    await question(client, lifecycleId)
  } catch (error) {
    if (!isTerminalLifecycleError(error)) throw error
  }
}

/** Everything there is to read, once. */
export const readAll = async (client: AcquirerClient, lifecycleId: string): Promise<void> => {
  for (const question of questions) await ask(client, lifecycleId, question)
}

/** A merchant looks at the portal now and then, at this and that. */
export async function reads(
  { world, staff, day }: { world: World; staff: Staff; day: Day },
  merchant: Actor,
  lifecycleId: string,
): Promise<void> {
  const { chance, scheduler } = world
  for (let nth = 1; nth <= 4; nth += 1) {
    await scheduler.pause(1_000 * (1 + chance.below('reader pause', 300)), 'reader comes')
    if (world.faults.isCalm || world.now > day.until) throw new Enough()
    if (!world.mayAct(`reader#${nth}`)) continue
    await ask(staff.clientOf(merchant), lifecycleId, chance.one('reader asks', questions))
  }
}
