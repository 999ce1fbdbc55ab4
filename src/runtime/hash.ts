import { canonicalJson, digestOf } from '../schemas/index.ts'
import type { Store } from './store.ts'

// The chain is verified wherever entries are read, so what it is made of is not the runtime's own.
export { genesisHash, isUnaltered, sealEntry } from '../schemas/index.ts'

/** What `digestOf` of `schemas` makes. */
export type Digest = (value: unknown) => string | Promise<string>

/**
 * By the store, where its platform hashes at once. WebCrypto hashes on another thread: for a few kilobytes the way there and
 * back costs several times what the hash does.
 */
export const digestBy =
  (store: Pick<Store, 'sha256'>): Digest =>
  (value) =>
    store.sha256?.(canonicalJson(value)) ?? digestOf(value)
