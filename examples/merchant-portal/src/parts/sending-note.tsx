import { useEffect, useRef } from 'react'
import type { Sending } from '../data/sending.ts'
import { useAllWords } from '../words/all-words.tsx'

const marks = {
  refused: 'stopped',
  changed: 'todo',
  unsent: 'todo',
  unknown: 'waits',
  notArrived: 'todo',
  failed: 'stopped',
} as const

/** How a write stands that did not simply succeed, in words; whoever sent it is led there. */
export const SendingNote = ({ state, terminalId }: { state: Sending; terminalId: string }) => {
  const { phrases, why } = useAllWords()
  const note = useRef<HTMLDivElement>(null)
  const { is } = state
  useEffect(() => {
    if (is in marks) note.current?.focus()
  }, [is])
  if (!(is in marks)) return null
  const kind = marks[is as keyof typeof marks]
  const reasons =
    state.is === 'refused'
      ? [
          ...new Set(
            (state.blockers.length > 0 ? state.blockers : [{ code: state.code }]).map((one) =>
              why(one, terminalId),
            ),
          ),
        ]
      : []
  return (
    <div ref={note} className={`note ${kind}`} tabIndex={-1} data-sending={is}>
      <p>{phrases.sending[is as keyof typeof marks]}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
