import type { GuidanceKind, GuidanceProfile } from './kinds.ts'
import { aftercare } from './profiles/aftercare.ts'
import { dangers } from './profiles/dangers.ts'
import { preparation } from './profiles/preparation.ts'
import { prevention } from './profiles/prevention.ts'
import { remedies } from './profiles/remedies.ts'
import { steps } from './profiles/steps.ts'
import { tell } from './profiles/tell.ts'

const profiles = {
  danger: dangers,
  remedy: remedies,
  step: steps,
  preparation,
  tell,
  aftercare,
  prevention,
} as const satisfies Record<GuidanceKind, unknown>

/** Every code of one kind; a code without a text in each language does not compile. */
export type CodeOf<Kind extends GuidanceKind> = keyof (typeof profiles)[Kind] & string
/** Code of a piece of guidance of any kind. */
export type GuidanceCode = { [Kind in GuidanceKind]: CodeOf<Kind> }[GuidanceKind]

/**
 * The closed list: when each item is given, and for which reasons.
 *
 * @example guidanceProfiles.remedy.RENEW_LICENCE.suspension // ['LICENCE_EXPIRED']
 */
export const guidanceProfiles: {
  readonly [Kind in GuidanceKind]: Readonly<Record<CodeOf<Kind>, GuidanceProfile>>
} = profiles
