/** What the column `case` of the portfolio may say; played in this order. */
export const caseNames = [
  'closure',
  'reinstatement',
  'imposed',
  'maintenance',
  'stolen',
  'merchant-owned',
  'dead',
  'third-party',
  'withdrawal',
  'silent',
  'damaged',
  'paused',
  'swapped',
] as const
export type CaseName = (typeof caseNames)[number]

export const isCaseName = (name: string | undefined): name is CaseName =>
  (caseNames as readonly (string | undefined)[]).includes(name)
