import type { Rest } from './rest.ts'

/** Failures after which a delivery lets later ones of its life pass. */
const overtakenAfter = 3

/** Everything that a subscriber may know came to it, in order, and nothing else. */
export async function deliveriesFit({ world, office, subscribers }: Rest): Promise<void> {
  for (const { id: endpointId, actor } of subscribers.endpoints) {
    const seen = subscribers.seen.get(endpointId) ?? []
    for (const lifecycleId of office.truth.lives.keys()) {
      const versions: number[] = []
      for await (const { version } of office.auditor.journal(lifecycleId, { actor })) versions.push(version)
      const came = seen.filter((one) => one.lifecycleId === lifecycleId)
      // What may be read changes with the record: a hold that was hidden may be open today, and the other way round.
      const then = office.truth.readable.get(lifecycleId)
      const missing = versions.filter(
        (version) => then?.has(version) && !came.some((one) => one.version === version),
      )
      const strange = came.filter(({ version }) => !versions.includes(version) && !then?.has(version))
      if (missing.length > 0)
        world.breaks('every change is delivered', `${endpointId} ${lifecycleId}: ${missing}`)
      if (strange.length > 0)
        world.breaks(
          'nothing else is delivered',
          `${endpointId} ${lifecycleId}: ${strange.map(({ version }) => version)}`,
        )
      const ids = new Map(came.map(({ id, version }) => [id, version]))
      if (ids.size !== new Set(came.map(({ version }) => version)).size)
        world.breaks('a change has one name', `${endpointId} ${lifecycleId}`)
      const firsts = [...new Set(came.map(({ version }) => version))]
      for (const [place, version] of firsts.entries()) {
        const later = firsts[place + 1]
        const failed = later === undefined ? 0 : (subscribers.failures.get(`${lifecycleId}/${later}`) ?? 0)
        if (
          later !== undefined &&
          later < version &&
          failed < overtakenAfter &&
          !subscribers.rewound.has(endpointId)
        )
          world.breaks(
            'changes of a life come in order',
            `${endpointId} ${lifecycleId}: ${version} before ${later}`,
          )
      }
    }
  }
}
