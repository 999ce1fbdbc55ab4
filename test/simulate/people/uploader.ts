import type { Actor } from '../../../src/domain/index.ts'
import { isTerminalLifecycleError } from '../../../src/errors/index.ts'
import { photoOf } from '../system/photo.ts'
import type { World } from '../system/world.ts'
import { type Day, Enough } from './enough.ts'
import type { Staff } from './staff.ts'

/** A paper of which its sender was told that it is there, whole. */
export interface Kept {
  readonly documentId: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** A merchant sends pictures of papers, piece by piece. */
export async function uploads(
  { world, staff, day, kept }: { world: World; staff: Staff; day: Day; kept: Kept[] },
  merchant: Actor,
): Promise<void> {
  const { chance, scheduler } = world
  for (let nth = 1; nth <= 3; nth += 1) {
    await scheduler.pause(1_000 * (1 + chance.below('uploader pause', 60)), 'uploader comes')
    if (world.now > day.until) throw new Enough()
    if (!world.mayAct(`uploader#${nth}`)) continue
    const content = photoOf(`paper ${nth} of seed ${world.seed}`)
    const source = { type: 'business_licence', mediaType: 'image/jpeg', content } as const
    try {
      const options = { idempotencyKey: `upload-${nth}`, pieceSize: Math.ceil(content.length / 3) }
      const { documentId, status } = await staff.clientOf(merchant).uploadDocument(source, options)
      scheduler.note(`uploader#${nth} ${status}`)
      if (status === 'usable') kept.push({ documentId, content })
    } catch (error) {
      if (!isTerminalLifecycleError(error)) throw error
      scheduler.note(`uploader#${nth} ${error.code}`)
    }
  }
}
