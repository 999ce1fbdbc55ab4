import type { Role } from './actor.ts'

/** How many of something the two sides of a record may come to: the merchant's side never takes up the provider's room. */
export interface RecordLimit {
  /** What the merchant and its service provider may bring it to. */
  readonly merchantSide: number
  /** What the provider and its systems may. */
  readonly providerSide: number
}

/** So much is kept in one record, so that it can always be read, moved on and handed out. What is beyond is refused, never lost. */
export const recordLimits = {
  /** Papers on file. */
  documents: { merchantSide: 300, providerSide: 900 },
  /** What is to be followed up, as long as it is not done. */
  followUps: { merchantSide: 100, providerSide: 200 },
  /** What was asked for and nobody has answered. */
  requests: { merchantSide: 50, providerSide: 50 },
} as const satisfies Readonly<Record<string, RecordLimit>>

/** Of what has ended so many stay in the record, the newest; all of it stays in the journal. */
export const mostEnded = 30

/** Of holds fewer: each is long, and asked about by every rule. */
export const mostLifted = 10

/** The limit that holds for whoever adds the next one. */
export const limitFor = ({ merchantSide, providerSide }: RecordLimit, role: Role): number =>
  role === 'merchant' || role === 'serviceProvider' ? merchantSide : providerSide
