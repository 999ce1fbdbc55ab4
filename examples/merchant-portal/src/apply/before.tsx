import type { CaseView, CheckView, HoldView, ProcedureView } from 'terminal-lifecycle/contract'
import type { RequiredDocument } from 'terminal-lifecycle/domain'
import type { Process } from '../case/acts.ts'
import { isTold } from '../case/told.ts'
import { isTellable, toldBlockers } from '../case/turns.ts'
import { useAllWords } from '../words/all-words.tsx'

/** An application ends it, once its cause is gone. */
export const isLifted = ({ status, release }: HoldView): boolean =>
  status === 'effective' && release === 'application'

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
  const { phrases, say, reason, and, money, locale } = useAllWords()
  const untold = holds.filter((hold) => !isTold(hold)).map(({ holdId }) => holdId)
  const blockers = toldBlockers(
    check.blockers.filter(({ code }) => code !== 'DOCUMENTS_INCOMPLETE'),
    untold,
  )
  const later = check.later.filter(isTellable(untold))
  const lifted = process === 'reinstatement' ? holds.filter(isLifted).filter(isTold) : []
  const steps = procedure.steps.map((one) => one[locale] ?? one.en ?? one['zh-CN'] ?? '')
  return (
    <>
      {blockers.length > 0 && (
        <div className="note stopped">
          <h2>{phrases.inTheWay}</h2>
          <ul>
            {blockers.map((blocker) => (
              <li key={`${blocker.code} ${blocker.ref ?? ''}`}>{reason(blocker, about.terminalId)}</li>
            ))}
          </ul>
        </div>
      )}
      {lifted.length > 0 && (
        <>
          <h2>{phrases.toBeLifted}</h2>
          <ul>
            {lifted.map(({ holdId, code }) => (
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
      {process === 'closure' && later.length > 0 && (
        <details>
          <summary>
            {phrases.beforeClosed} {later.length}
          </summary>
          <ul>
            {later.map((blocker) => (
              <li key={`${blocker.code} ${blocker.ref ?? ''}`}>{reason(blocker, about.terminalId)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
