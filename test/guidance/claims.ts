import type { GuidanceCode, GuidancePhase, GuidanceSubject } from '../../src/guidance/index.ts'

/** What is said to whom, by the sentence that a reader of the guides would miss; its rows stand at its end. */
export type Claims = Readonly<Record<string, readonly [GuidanceSubject, GuidancePhase, GuidanceCode]>>

export const rowsIn = (title: string): readonly string[] => title.match(/\b[A-Z]+-\d+\b/g) ?? []
