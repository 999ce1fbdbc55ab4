export { describeGuidance } from './describe-guidance.ts'
export { type Meaning, meaningsOf } from './glossary.ts'
export { type GuidanceItem, guidanceFor } from './guidance-for.ts'
export {
  type GuidanceKind,
  type GuidancePhase,
  type GuidanceProfile,
  guidanceKinds,
  guidancePhases,
} from './kinds.ts'
export { type CodeOf, type GuidanceCode, guidanceProfiles } from './profiles.ts'
export { type Process, processes, type Sense, senses } from './senses.ts'
export type { GuidanceSubject } from './subject.ts'
// One constant for each language: a bundle that names one leaves the other out.
export { guidanceEn } from './texts/en.ts'
export { guidanceZhCn } from './texts/zh-cn.ts'
export type { GuidanceTexts, TermText } from './texts.ts'
