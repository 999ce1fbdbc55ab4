/** The day is over for somebody: thrown where they would have acted once more. */
export class Enough extends Error {}

/** Until it ends, or the day does. */
export const untilEnough = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

/** How much may still be done in one seed. */
export interface Day {
  acts: number
  /** Milliseconds since 1970. */
  readonly until: number
}
