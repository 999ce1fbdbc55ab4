import { eventTypes, type Instant, suspensionReasons } from '../../domain/index.ts'
import type { ProposableAct } from '../../schemas/index.ts'
import { fields, instant, type Kind, ledger, oneOf, optional, text } from './kinds.ts'

/** First half of an act that needs two people. */
export interface ProposedAct {
  act: ProposableAct
  by: string
  at: Instant
}

/** It came through the door whole, and is compared word for word with what the second person sends. No event says `null`. */
const act = (): Kind<ProposedAct['act']> => {
  const said = ledger<unknown>((value) => (value === null ? '' : undefined))
  const named = fields({ type: oneOf(eventTypes), code: optional(oneOf(suspensionReasons)) })
  return (value) => said(value) ?? named(value)
}

export const proposedAct = () => fields<ProposedAct>({ act: act(), by: text, at: instant })
