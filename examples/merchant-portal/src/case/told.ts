import type { HoldView } from 'terminal-lifecycle/contract'
import { isUnclear } from './unclear.ts'

/** Reasons that say nothing a reader could act on. */
const vague: readonly string[] = ['UNKNOWN', 'FUNDS_ISSUE', 'COMPLIANCE_ISSUE']

/** May a reader be told why? A hold that nobody can explain is not told apart from one that nobody must explain. */
export const isTold = ({ code, disclosure }: Pick<HoldView, 'code' | 'disclosure'>): boolean =>
  disclosure === 'open' && !isUnclear(code) && !vague.includes(code)
