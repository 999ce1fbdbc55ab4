import { type CaseName, caseNames } from '../../examples/quickstart/cases/names.ts'

/** Those that there were when format 1 was written; their journals are kept for ever. */
export const casesOfFormat1 = caseNames.slice(0, caseNames.indexOf('silent') + 1) as readonly CaseName[]
