import type { Actor } from '../../domain/index.ts'
import { digestOf } from '../../schemas/index.ts'
import type { DocumentOwner, KeptDocument } from '../documents.ts'

/** Whose the papers are that this actor sends. */
export const ownerOf = ({ acquirerId, role, organisationId }: Actor): DocumentOwner => ({
  ...{ acquirerId, role, organisationId },
})

/** A key of the owner in one text: no two owners share it. */
export const ownerKey = ({ acquirerId, role, organisationId }: DocumentOwner): string =>
  JSON.stringify([acquirerId, role, organisationId])

type Owned = Pick<KeptDocument, 'owner'>

export const isOwn = ({ owner }: Owned, actor: Actor): boolean => ownerKey(owner) === ownerKey(ownerOf(actor))

/** The acquirer reads whatever was sent to it. */
export const isOfItsAcquirer = ({ owner }: Owned, { role, acquirerId }: Actor): boolean =>
  owner.acquirerId === acquirerId && (role === 'provider' || role === 'system')

/** In letters alone: a row of digits could look like the number of a card. */
const letters = (digest: string): string =>
  digest.slice(0, 40).replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))

/**
 * The id of what this owner announces under this key: two owners with the same key never share one, and the same key again
 * is the same document.
 *
 * @param key The idempotency key of the announcement.
 */
export const documentIdOf = async (owner: DocumentOwner, key: string): Promise<string> =>
  `doc-${letters(await digestOf([ownerKey(owner), key]))}`
