import * as z from 'zod'
import { Reference } from '../../schemas/index.ts'

/** Path parameters of what is about one life, and of what is about one application. */
export const terminal = z.strictObject({ lifecycleId: Reference })
export const application = z.strictObject({ applicationId: Reference })

export const side = 'portal'

/** What a write may be refused with beside what every operation may. */
export const refused = ['BLOCKED', 'NOT_ALLOWED_IN_STATE', 'STALE_VERSION', 'ROLE_NOT_ALLOWED'] as const
