import type { DocumentType } from 'terminal-lifecycle/domain'
import { DayInput } from '../parts/day-input.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { type Answers, type FactField, factsOfType } from './facts.ts'

interface FactFieldsProps {
  readonly id: string
  readonly type: DocumentType
  readonly answers: Answers
  onChange(answers: Answers): void
}

const Choice = ({
  field,
  id,
  value,
  choose,
}: {
  field: FactField
  id: string
  value: string
  choose(text: string): void
}) => {
  const { phrases, say } = useAllWords()
  const options = field.kind === 'flag' ? ['yes', 'no'] : field.words
  const wordOf = (word: string): string => {
    if (field.name === 'performer') return say('performer', word)
    return field.name === 'cause' ? say('damageCause', word) : (phrases.factWord[word] ?? word)
  }
  return (
    <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
      <option value="">{phrases.choose}</option>
      {options.map((word) => (
        <option key={word} value={word}>
          {wordOf(word)}
        </option>
      ))}
    </select>
  )
}

/** What the paper says, as far as a decision needs it. */
export const FactFields = ({ id, type, answers, onChange }: FactFieldsProps) => {
  const { phrases } = useAllWords()
  return factsOfType(type).map((field) => {
    const own = `${id}-${field.name}`
    const value = answers[field.name] ?? ''
    const label = phrases.fact[field.name] ?? field.name
    const set = (text: string) => onChange({ ...answers, [field.name]: text })
    if (field.kind === 'day')
      return <DayInput key={own} id={own} label={label} value={value} onChange={set} />
    return (
      <div className="field" key={own}>
        <label htmlFor={own}>{label}</label>
        {field.kind === 'amount' ? (
          <input id={own} inputMode="decimal" value={value} onChange={({ target }) => set(target.value)} />
        ) : (
          <Choice field={field} id={own} value={value} choose={set} />
        )}
      </div>
    )
  })
}
