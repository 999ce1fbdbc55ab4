import type { CaseView, CheckView, HoldView, ProcedureView } from 'terminal-lifecycle/contract'
import type { RequiredDocument } from 'terminal-lifecycle/domain'
import type { Process } from '../case/acts.ts'
import { useAllWords } from '../words/all-words.tsx'

interface BeforeProps {
  readonly about: CaseView
  readonly process: Process
  readonly check: CheckView
  readonly procedure: ProcedureView
  readonly wanted: readonly RequiredDocument[]
  readonly holds: readonly HoldView[]
}

/** Before anybody fills in a form: what stands in the way, what to have at hand, how long it takes, what comes after. */
export const Before = ({ about, process, check, procedure, wanted, holds }: BeforeProps) => {
  const { phrases, say, why, and, money, locale } = useAllWords()
  const blockers = check.blockers.filter(({ code }) => code !== 'DOCUMENTS_INCOMPLETE')
  const steps = procedure.steps.map((one) => one[locale] ?? one.en ?? one['zh-CN'] ?? '')
  return (
    <>
      {blockers.length > 0 && (
        <div className="note stopped">
          <h2>{phrases.inTheWay}</h2>
          <ul>
            {blockers.map((blocker) => (
              <li key={`${blocker.code} ${blocker.ref ?? ''}`}>
                {phrases.whoseTurn(say('role', blocker.owner), why(blocker, about.terminalId))}
              </li>
            ))}
          </ul>
        </div>
      )}
      {holds.length > 0 && (
        <>
          <h2>{phrases.toBeLifted}</h2>
          <ul>
            {holds.map(({ holdId, code }) => (
              <li key={holdId}>{say('suspensionReason', code)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{phrases.haveReady}</h2>
      <ul>
        {wanted.map(({ type, alternatives = [] }) => (
          <li key={type}>{[type, ...alternatives].map((one) => say('document', one)).join(phrases.or)}</li>
        ))}
        <li>{phrases.contactReady}</li>
      </ul>
      <h2>{phrases.howLong}</h2>
      <p>{say('clock', `reviewDue.${process}`)}</p>
      {steps.length > 0 && (
        <>
          <h2>{phrases.procedureSteps}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {procedure.fees.length > 0 && (
        <p>{and(procedure.fees.map(({ kind, amount }) => `${say('charge', kind)} ${money(amount)}`))}</p>
      )}
      {process === 'closure' && check.later.length > 0 && (
        <details>
          <summary>
            {phrases.beforeClosed} {check.later.length}
          </summary>
          <ul>
            {check.later.map((blocker) => (
              <li key={`${blocker.code} ${blocker.ref ?? ''}`}>
                {phrases.whoseTurn(say('role', blocker.owner), why(blocker, about.terminalId))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
