import type { BlockerCode } from '../../src/domain/index.ts'

/** What was accepted when these were written and is refused today: each is told again all the same, without being judged. */
export const stricter: Readonly<Record<string, Readonly<Record<number, BlockerCode>>>> = {
  // the paper of an address that is on no file
  'third-party': { 32: 'DOCUMENT_UNKNOWN' },
}
