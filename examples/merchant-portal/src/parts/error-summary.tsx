import { useEffect, useRef } from 'react'
import { useAllWords } from '../words/all-words.tsx'

export interface FieldError {
  /** Of the element that is to be mended. */
  readonly id: string
  readonly label: string
  readonly message: string
  /** Where it is, if it is on another page. */
  readonly go?: (() => void) | undefined
}

/** All that is wrong at once, above the heading; each leads to its field. `count` moves the focus here again. */
export const ErrorSummary = ({ errors, count }: { errors: readonly FieldError[]; count: number }) => {
  const { phrases } = useAllWords()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once more, it is read out once more
  useEffect(() => box.current?.focus(), [count])
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <h2>{phrases.problemHere}</h2>
      <ul>
        {errors.map(({ id, label, message, go }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                go?.()
                requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()))
              }}
            >
              {label}
              {phrases.colon}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
