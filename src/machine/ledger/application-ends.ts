import type { Turn } from './turn.ts'

const applicationClocks = [
  'reviewDue.closure',
  'reviewDue.suspension',
  'reviewDue.reinstatement',
  'informationDue',
  'resubmitUntil',
  'closureStart',
] as const

/** The application is over, however it ended. */
export const endApplication = (turn: Turn): void => {
  turn.set({ application: null })
  for (const name of applicationClocks) turn.cancel(name)
}
