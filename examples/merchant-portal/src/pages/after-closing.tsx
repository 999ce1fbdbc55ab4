import { type ReactNode, useState } from 'react'
import type { CaseView } from 'terminal-lifecycle/contract'
import { wholeDossier } from '../data/dossier.ts'
import { problemOf } from '../data/problems.ts'
import { useData, usePart } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { useAllWords } from '../words/all-words.tsx'

/** Gives a file of what is known to whoever asked for it. */
const save = (name: string, value: unknown): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}

/** One dated line, what remains, and the dossier to take away; below it the rest of the page, once it stands in its place. */
export const AfterClosing = ({ about, children }: { about: CaseView; children: ReactNode }) => {
  const { phrases, day, money, say } = useAllWords()
  const { client } = useData()
  const obligations = usePart('obligations', about)
  const deposits = usePart('deposits', about)
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>()
  const { closing, lifecycleId, terminalId } = about
  const carried = (obligations.value ?? []).filter(({ discharged }) => !discharged)
  // What was carried over is listed once, below the name that it has there.
  const held = (deposits.value ?? []).filter(
    ({ open, depositId }) => open.amount > 0 && !carried.some(({ ref }) => ref === depositId),
  )
  const take = () => {
    setProblem(undefined)
    wholeDossier(client, lifecycleId).then(
      (dossier) => save(`${terminalId}.json`, dossier),
      (error) => setProblem(problemOf(error)),
    )
  }
  const failed = obligations.problem ?? deposits.problem
  if (failed === undefined && !(obligations.value && deposits.value)) return <Waiting />
  return (
    <>
      <div className="note done">
        {closing?.closedAt && <p>{phrases.closedOn(day(closing.closedAt))}</p>}
        <Freshness problem={failed} again={obligations.again} />
        {carried.length + held.length > 0 && (
          <>
            <h2>{phrases.remains}</h2>
            <ul>
              {held.map(({ depositId, kind, open, refundDue }) => (
                <li key={depositId}>
                  {say('deposit', kind)} {money(open)}
                  {refundDue && ` · ${phrases.by(day(refundDue))}`}
                </li>
              ))}
              {carried.map(({ obligationId, kind, ref, amount, reviewAt }) => (
                <li key={obligationId}>
                  {say('obligation', kind)} {ref} {money(amount)} · {phrases.lookedAt(day(reviewAt))}
                </li>
              ))}
            </ul>
          </>
        )}
        {closing?.keepUntil && <p>{phrases.keptUntil(day(closing.keepUntil))}</p>}
        <Freshness problem={problem} again={take} />
        <button type="button" onClick={take}>
          {phrases.takeDossier}
        </button>
      </div>
      {children}
    </>
  )
}
