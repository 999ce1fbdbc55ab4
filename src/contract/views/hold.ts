import * as z from 'zod'
import {
  causeSources,
  limits,
  releasePaths,
  roles,
  suspensionReasons,
  testKinds,
} from '../../domain/index.ts'
import { Instant } from '../../schemas/index.ts'
import { known, list, Words } from '../wire.ts'
import { OwnerView } from './blocker.ts'

/** Why a terminal is held, since when and what ends it. One that its reader must not know of is not in the list. */
export const HoldView = z.object({
  holdId: Words,
  code: known(suspensionReasons),
  /** What it forbids. */
  caps: list(known(limits)),
  status: known(['planned', 'effective', 'cleared', 'lifted']),
  startsAt: Instant,
  /** Planned end; it only reminds. */
  until: Instant.nullable(),
  /** Where the cause became known. */
  source: known(causeSources).nullable(),
  /** What is wrong, in the words of whoever placed it. */
  words: Words.nullable(),
  side: known(['terminal', 'platform']),
  /** Of a hold that a fault is behind: what is broken. */
  fault: z
    .object({
      component: Words.optional(),
      symptom: Words.optional(),
      cause: Words,
      description: Words.optional(),
    })
    .nullable(),
  /** Whose act ends it. */
  release: known(releasePaths),
  /** The device test that is owed before the terminal sells again. */
  test: known(testKinds),
  disclosure: known(['open', 'hidden']),
  /** Which side placed it, and in whose name. */
  placedBy: z.object({ role: known(roles), onBehalfOf: OwnerView.nullable() }),
  orderRef: Words.nullable(),
  /** The charge that has to be met first. */
  chargeId: Words.nullable(),
  /** The one device that it is about; `null`: the terminal. */
  serial: Words.nullable(),
  /** What was brought to show that the cause is gone. */
  remedy: z.object({ evidence: list(Words), verified: z.boolean() }).nullable(),
  /** When it is looked at again. */
  reviewAt: Instant.nullable(),
})
export interface HoldView extends z.output<typeof HoldView> {}
