import type { GuidanceTexts } from '../texts.ts'
import { aftercare } from './en/aftercare.ts'
import { dangers } from './en/dangers.ts'
import { glossary } from './en/glossary.ts'
import { kinds, times } from './en/names.ts'
import { preparation } from './en/preparation.ts'
import { prevention } from './en/prevention.ts'
import { remedies } from './en/remedies.ts'
import { steps } from './en/steps.ts'
import { tell } from './en/tell.ts'

// Plain references only: a spread or a call would keep a bundler from leaving this language out.
/** All guidance in English. A bundle that names it leaves the Chinese out. */
export const guidanceEn: GuidanceTexts = {
  items: {
    danger: dangers,
    remedy: remedies,
    step: steps,
    preparation,
    tell,
    aftercare,
    prevention,
  },
  kinds,
  glossary,
  times,
}
