import type { Kind } from '../case/states.ts'

/** A word, a shape and a colour: grey paper and a colour-blind reader lose nothing. */
export const StatusMark = ({ kind, children }: { kind: Kind; children: string }) => (
  <span className={`status ${kind}`}>{children}</span>
)
