import { people } from '../people.ts'
import { backedUp, erasureAuthorised, keysRemoved } from './device-steps.ts'
import { deviceOf } from './facts.ts'
import { backupRecord, erasureRecord, keyRemovalRecord } from './papers.ts'
import { type Step, when } from './step.ts'

const procedure = 'WIPE-7.2'
/** Digest of the copy that the merchant has made of what the device held. */
const copyHash = '5d41a3c09f7be2681c54d0f6b87e39a2c1f08e6d7b95342a60ec18fd93b7a254'

/** Nothing is wiped before a copy of it was read back; nobody verifies a wipe that is his own. */
export const data: readonly Step[] = [
  backedUp(people.merchant.actor, copyHash, when.today('14:00')),
  {
    id: 'backup-record-filed',
    by: people.merchant.actor,
    after: when.today('14:30'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(backupRecord(situation, copyHash)),
    }),
  },
  erasureAuthorised(procedure),
  {
    id: 'erasure-verified',
    by: people.workshop.actor,
    after: when.today('10:30'),
    event: async (situation) => ({
      type: 'erasure.verified',
      serial: deviceOf(situation.record).serial,
      evidence: await situation.file(erasureRecord(situation, procedure)),
    }),
  },
  keysRemoved,
  {
    id: 'key-removal-filed',
    by: people.intake.actor,
    after: when.today('11:10'),
    event: async (situation) => ({
      type: 'document.added',
      document: await situation.file(keyRemovalRecord(situation)),
    }),
  },
]
