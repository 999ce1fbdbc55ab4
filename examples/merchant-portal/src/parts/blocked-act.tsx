import { useId } from 'react'
import type { BlockerView } from 'terminal-lifecycle/contract'
import { useAllWords } from '../words/all-words.tsx'
import { announce } from './announce.ts'

interface BlockedActProps {
  readonly label: string
  readonly blockers: readonly Pick<BlockerView, 'code' | 'owner'>[]
  readonly terminalId: string
}

/** An act that cannot be done now: it can be reached, and says why, whose turn it is and what would help. */
export const BlockedAct = ({ label, blockers, terminalId }: BlockedActProps) => {
  const { reason } = useAllWords()
  const id = useId()
  const reasons = [...new Set(blockers.map((blocker) => reason(blocker, terminalId)))]
  return (
    <div className="blocked-act">
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        onClick={() => announce(reasons.join(' '))}
      >
        {label}
      </button>
      <ul id={id} className="plain-list muted">
        {reasons.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
