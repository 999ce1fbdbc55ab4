import { useEffect, useState } from 'react'
import type { Problem } from '../data/problems.ts'
import { useWords } from '../words/use-words.tsx'

interface FreshnessProps {
  readonly problem: Problem | undefined
  readonly asOf?: number | undefined
  again(): void
}

const hour = (milliseconds: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    milliseconds,
  )

/** What could not be read anew says so, with its hour; nothing where all is well. */
export const Freshness = ({ problem, asOf, again }: FreshnessProps) => {
  const { phrases, locale } = useWords()
  if (problem === undefined) return null
  const since = asOf === undefined ? '' : phrases.asOf(hour(asOf, locale))
  return (
    <div className="note todo" role="status">
      <p>
        {phrases.problem[problem]}
        {since}
      </p>
      {problem !== 'missing' && (
        <button type="button" onClick={again}>
          {phrases.tryAgain}
        </button>
      )}
    </div>
  )
}

/** Nothing for a second, then words. */
export const Waiting = () => {
  const { phrases } = useWords()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 1_000)
    return () => clearTimeout(timer)
  }, [])
  return <p className="muted">{isLong ? phrases.loading : ' '}</p>
}
