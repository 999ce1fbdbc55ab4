import type { GuidanceTexts } from '../texts.ts'
import { aftercare } from './zh-cn/aftercare.ts'
import { dangers } from './zh-cn/dangers.ts'
import { glossary } from './zh-cn/glossary.ts'
import { kinds, times } from './zh-cn/names.ts'
import { preparation } from './zh-cn/preparation.ts'
import { prevention } from './zh-cn/prevention.ts'
import { remedies } from './zh-cn/remedies.ts'
import { steps } from './zh-cn/steps.ts'
import { tell } from './zh-cn/tell.ts'

// Plain references only: a spread or a call would keep a bundler from leaving this language out.
/** All guidance in Chinese. A bundle that names it leaves the English out. */
export const guidanceZhCn: GuidanceTexts = {
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
