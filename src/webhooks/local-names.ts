/** Last labels that no public name has: reserved ones, and those that houses, clusters and clouds use inside. */
const localEndings: ReadonlySet<string> = new Set([
  ...['alt', 'arpa', 'example', 'invalid', 'local', 'localhost', 'onion', 'test'],
  ...['cluster', 'consul', 'corp', 'docker', 'domain', 'home', 'internal', 'intranet', 'lan'],
  ...['localdomain', 'mshome', 'private', 'svc', 'workgroup'],
])

/** Public names behind which a cloud tells a machine its own secrets. */
const metadataNames: ReadonlySet<string> = new Set(['metadata', 'instance-data'])

/** Does the name lead only inside some house? The resolver's answer is judged besides; a name can lead anywhere. */
export const isLocalName = (labels: readonly string[]): boolean =>
  labels.length < 2 || localEndings.has(labels.at(-1) ?? '') || metadataNames.has(labels[0] ?? '')
