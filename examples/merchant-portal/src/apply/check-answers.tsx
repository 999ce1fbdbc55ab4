import { Controller } from 'react-hook-form'
import type { CaseView } from 'terminal-lifecycle/contract'
import { describeField, type FieldTexts } from 'terminal-lifecycle/words'
import type { Process } from '../case/acts.ts'
import { instantOf, isoDay } from '../case/days.ts'
import { useAllWords } from '../words/all-words.tsx'
import { idOf } from './field.tsx'
import { type Leaf, type Step, steps } from './leaves.ts'
import { valueAt } from './to-request.ts'
import type { Application } from './use-application.ts'

interface CheckAnswersProps {
  readonly application: Application
  readonly process: Process
  readonly texts: FieldTexts
  readonly about: CaseView
  errorAt(field: string): string | undefined
  go(step: Step): void
}

/** What is confirmed with a tick, with all that it means beside it. */
const Tick = ({
  name,
  label,
  help,
  application,
  error,
}: {
  name: 'attested' | 'contractReviewed'
  label: string
  help: string
  application: Application
  error: string | undefined
}) => (
  <Controller
    name={name as never}
    control={application.own.control}
    render={({ field }) => (
      <div className="field">
        {error && (
          <p className="error" id={`${idOf(name)}-error`}>
            {error}
          </p>
        )}
        <div className="choice">
          <input
            type="checkbox"
            id={idOf(name)}
            checked={field.value === true}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${idOf(name)}-error` : undefined}
            onChange={({ target }) => field.onChange(target.checked)}
          />
          <label htmlFor={idOf(name)}>
            {label} <span className="hint">{help}</span>
          </label>
        </div>
      </div>
    )}
  />
)

/** Everything once more before it is sent, each with the way back to it. */
export const CheckAnswers = ({ application, process, texts, about, errorAt, go }: CheckAnswersProps) => {
  const { phrases, say, day } = useAllWords()
  const { values, byStep, papers } = application
  const shown = (leaf: Leaf): string => {
    const value = valueAt(values, leaf.name)
    if (typeof value !== 'string' || value.trim() === '') return phrases.notTold
    if (leaf.as === 'day') return isoDay(value) ? day(instantOf(isoDay(value) ?? '')) : value
    if (leaf.as === 'yesNo') return phrases.factWord[value] ?? value
    return leaf.texts ? say(leaf.texts, value) : value
  }
  const described = (name: string) => describeField(process, name, texts)
  return (
    <>
      <dl className="answers">
        <div>
          <dt>{described('terminalId').label}</dt>
          <dd>{about.terminalId}</dd>
        </div>
        {steps.flatMap((step) =>
          byStep[step].map((leaf) => (
            <div key={leaf.name}>
              <dt>{described(leaf.name).label}</dt>
              <dd>{shown(leaf)}</dd>
              <dd>
                <button type="button" className="plain" onClick={() => go(step)}>
                  {phrases.change}
                  <span className="hidden-text"> {described(leaf.name).label}</span>
                </button>
              </dd>
            </div>
          )),
        )}
        {Object.entries(papers).map(([type, { name }]) => (
          <div key={type}>
            <dt>{say('document', type)}</dt>
            <dd>{name}</dd>
            <dd>
              <button type="button" className="plain" onClick={() => go('papers')}>
                {phrases.change}
                <span className="hidden-text"> {say('document', type)}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {process === 'closure' && (
        <Tick
          name="contractReviewed"
          {...described('acknowledgement.contractReviewed')}
          application={application}
          error={errorAt('contractReviewed')}
        />
      )}
      <Tick
        name="attested"
        {...described('attested')}
        application={application}
        error={errorAt('attested')}
      />
    </>
  )
}
