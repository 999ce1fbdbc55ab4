import type { ReactNode } from 'react'
import { joinDay, splitDay } from '../case/days.ts'
import { useAllWords } from '../words/all-words.tsx'

interface DayInputProps {
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  readonly error?: ReactNode
  readonly value: string
  onChange(text: string): void
}

/** A known date in three boxes, in the order of the language; what was typed stays, whether it is a date or not. */
export const DayInput = ({ id, label, help, error, value, onChange }: DayInputProps) => {
  const { phrases, locale } = useAllWords()
  const [year, month, day] = splitDay(value)
  const boxes = [
    { part: 'year', own: year, size: 4, put: (text: string) => joinDay(text, month, day) },
    { part: 'month', own: month, size: 2, put: (text: string) => joinDay(year, text, day) },
    { part: 'day', own: day, size: 2, put: (text: string) => joinDay(year, month, text) },
  ] as const
  const ordered = locale === 'en' ? boxes.toReversed() : boxes
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {help && (
        <p className="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="row">
        {ordered.map(({ part, own, size, put }, index) => (
          <div key={part}>
            <label htmlFor={index === 0 ? id : `${id}-${part}`} className="small">
              {phrases.dayPart[part]}
            </label>
            <input
              id={index === 0 ? id : `${id}-${part}`}
              className={`digits-${size}`}
              inputMode="numeric"
              maxLength={size}
              aria-invalid={error ? true : undefined}
              value={own}
              onChange={({ target }) => onChange(put(target.value.replaceAll(/\D/g, '')))}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
