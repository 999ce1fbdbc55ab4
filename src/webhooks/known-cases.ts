/** What a follower keeps of the cases that it follows. */
export interface KnownCases<Case> {
  /** The version that is kept; `undefined`: none. */
  versionOf(lifecycleId: string): Promise<number | undefined>
  /**
   * Keeps a case that was read, unless the same version or a newer one is kept: one atomic step, because two messages about one
   * case may be dealt with at once.
   */
  keep(lifecycleId: string, version: number, found: Case): Promise<void>
}

/** Known cases of this process alone, with a look at them. */
export interface MemoryCases<Case> extends KnownCases<Case> {
  /** The case as it is known; `undefined` for one that never came or is not ours any more. */
  get(lifecycleId: string): Case | undefined
}

/** @example const cases = memoryCases<CaseView>() */
export function memoryCases<Case>(): MemoryCases<Case> {
  const cases = new Map<string, { version: number; found: Case }>()
  return {
    get: (lifecycleId) => cases.get(lifecycleId)?.found,
    versionOf: async (lifecycleId) => cases.get(lifecycleId)?.version,
    async keep(lifecycleId, version, found) {
      const known = cases.get(lifecycleId)
      if (!known || known.version < version) cases.set(lifecycleId, { version, found })
    },
  }
}
