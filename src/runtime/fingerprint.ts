import type { Actor } from '../domain/index.ts'
import { digestOf } from '../schemas/index.ts'
import { invalidInput } from './door.ts'
import type { KeptAnswer } from './store.ts'

// Not the duties: they may change between two attempts of one person.
const senderOf = ({ role, personId, organisationId }: Actor) => ({ role, personId, organisationId })

/** Who sent a command, and what: kept beside its answer as `sender:asked`, two digests. */
export async function fingerprintOf(asked: object, actor: Actor): Promise<string> {
  const sender = senderOf(actor)
  return `${await digestOf(sender)}:${await digestOf({ ...asked, ...sender })}`
}

/** Answers that were kept before senders were have what was asked alone. */
const askedOf = (fingerprint: string): string => fingerprint.slice(fingerprint.indexOf(':') + 1)

/** One key stands for one command: another question under it is a mistake of the sender, and must not get this answer. */
export function checkFingerprint(kept: KeptAnswer, fingerprint: string | null): void {
  if (kept.fingerprint === null || fingerprint === null) return
  if (askedOf(kept.fingerprint) !== askedOf(fingerprint))
    throw invalidInput('/commandId', 'COMMAND_ID_REUSED')
}

/** Was it this actor that sent what the answer was kept for? */
export const isSentBy = async ({ fingerprint }: KeptAnswer, actor: Actor): Promise<boolean> =>
  fingerprint?.startsWith(`${await digestOf(senderOf(actor))}:`) ?? false
