import { Controller } from 'react-hook-form'
import { describeField, type FieldTexts } from 'terminal-lifecycle/words'
import type { Process } from '../case/acts.ts'
import { DayInput } from '../parts/day-input.tsx'
import { useAllWords } from '../words/all-words.tsx'
import type { Leaf } from './leaves.ts'
import type { Application } from './use-application.ts'

export const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`

interface FieldProps {
  readonly application: Application
  readonly process: Process
  readonly texts: FieldTexts
  readonly leaf: Leaf
  readonly error: string | undefined
}

interface InnerProps {
  readonly leaf: Leaf
  readonly id: string
  readonly described: string | undefined
  readonly isWrong: boolean
  readonly value: string
  onChange(text: string): void
}

const Options = ({ leaf, id, value, onChange, isWrong }: InnerProps) => {
  const { say, phrases } = useAllWords()
  const options = leaf.as === 'yesNo' ? ['yes', 'no'] : (leaf.options ?? [])
  return options.map((option, index) => (
    <div className="choice" key={option}>
      <input
        type="radio"
        name={leaf.name}
        id={index === 0 ? id : `${id}-${option}`}
        value={option}
        checked={value === option}
        aria-invalid={isWrong || undefined}
        onChange={() => onChange(option)}
      />
      <label htmlFor={index === 0 ? id : `${id}-${option}`}>
        {leaf.texts ? say(leaf.texts, option) : phrases.factWord[option]}
      </label>
    </div>
  ))
}

const inputTypes = { mobile: 'tel', email: 'email', line: 'text' } as const
const fills = { mobile: 'tel', email: 'email', line: 'on' } as const

const Typed = ({ leaf: { as }, id, value, onChange, described, isWrong }: InnerProps) => {
  const common = {
    id,
    value,
    'aria-describedby': described,
    'aria-invalid': isWrong || undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  }
  if (as === 'prose') return <textarea rows={3} {...common} />
  const kind = as as keyof typeof inputTypes
  return <input type={inputTypes[kind]} autoComplete={fills[kind]} {...common} />
}

/** One field: label, help, error and the field itself, in this order. */
export const Field = ({ application, process, texts, leaf, error }: FieldProps) => {
  const { phrases } = useAllWords()
  const id = idOf(leaf.name)
  const { label: plain, help } = describeField(process, leaf.name, texts)
  const label = leaf.isRequired ? plain : phrases.optional(plain)
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const around = (
    <>
      {help && (
        <p className="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="hidden-text">{phrases.errorBefore}</span>
          {error}
        </p>
      )}
    </>
  )
  return (
    <Controller
      name={leaf.name as never}
      control={application.own.control}
      render={({ field }) => {
        const value = typeof field.value === 'string' ? field.value : ''
        const inner = { leaf, id, described, isWrong: error !== undefined, value, onChange: field.onChange }
        if (leaf.as === 'day')
          return (
            <DayInput
              id={id}
              label={label}
              help={help}
              error={error}
              value={value}
              onChange={field.onChange}
            />
          )
        if (leaf.as === 'choice' || leaf.as === 'yesNo')
          return (
            <fieldset className="field" aria-describedby={described}>
              <legend>{label}</legend>
              {around}
              <Options {...inner} />
            </fieldset>
          )
        return (
          <div className="field">
            <label htmlFor={id}>{label}</label>
            {around}
            <Typed {...inner} />
          </div>
        )
      }}
    />
  )
}
