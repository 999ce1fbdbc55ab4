import type { Acquirer } from './system/acquirer.ts'
import type { Messages } from './system/messages.ts'
import type { Office } from './system/office.ts'
import type { Subscribers } from './system/subscribers.ts'
import type { World } from './system/world.ts'

const hour = 3_600_000
/** Longer than anything may take once nothing goes wrong any more. */
const mostHours = 120

/** Somebody looks after what was given up: endpoints are switched on again, and what they missed is sent again. */
const lookAfter = async ({ endpoints, rewound }: Subscribers, office: Office): Promise<boolean> => {
  const outbox = office.workers.find(({ outbox: one }) => one)?.outbox
  let isQuiet = true
  for (const { id, actor } of endpoints) {
    const { disabled, waiting, givenUp, cursor } = await office.deliveries.standing(id)
    const [newest] = (await office.auditor.changesPage(cursor, { actor, limit: 1 })).changes
    isQuiet &&= waiting === 0 && !disabled && givenUp === 0 && newest === undefined
    if (disabled) await outbox?.enable(id)
    if (givenUp === 0) continue
    rewound.add(id)
    await outbox?.redeliver(id, { from: null })
  }
  return isQuiet
}

/** From now on nothing goes wrong: until everything that was begun has ended. */
export async function comeToRest(
  world: World,
  office: Office,
  subscribers: Subscribers,
  messages: Messages,
  acquirer: Acquirer,
): Promise<void> {
  const { scheduler, faults } = world
  faults.isCalm = true
  scheduler.note('CALM')
  while (acquirer.truthsToCome > 0) await scheduler.pause(hour, 'an hour later')
  await messages.allHeard()
  for (let hours = 0; hours < mostHours; hours += 1) {
    await scheduler.pause(hours === 0 ? 200_000 : hour, 'an hour later')
    const delivered = await lookAfter(subscribers, office)
    const waiting = (await office.store.waiting()).filter(({ parked }) => !parked)
    if (delivered && waiting.length === 0) return
  }
}
