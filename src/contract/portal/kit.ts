import * as z from 'zod'
import { Reference } from '../../schemas/index.ts'

/** Path parameters of what is about one life, and of what is about one application. */
export const terminal = z.strictObject({ lifecycleId: Reference })
export const application = z.strictObject({ applicationId: Reference })

export const side = 'portal'

/** What a write may be refused with beside what every operation may. */
export const refused = ['BLOCKED', 'NOT_ALLOWED_IN_STATE', 'STALE_VERSION', 'ROLE_NOT_ALLOWED'] as const

/** One member of a closed list, or several with commas between them. */
export const anyOf = <const Member extends string>(members: readonly Member[]) =>
  z
    .union([z.string().transform((text) => text.split(',')), z.array(z.string()).readonly()])
    .pipe(z.array(z.enum(members)).min(1).max(members.length))

/** What stands in a query as digits alone: everybody on the way reads it alike. */
const counted = (given: unknown): unknown =>
  typeof given === 'string' && /^[1-9]\d{0,2}$/.test(given) ? Number(given) : given

/** At most so many items. */
export const Limit = z.preprocess(counted, z.int().min(1).max(200)) as z.ZodType<number, number | string>
