import { useEffect, useState } from 'react'
import type { ApplicationView, CaseView } from 'terminal-lifecycle/contract'
import { Link } from 'wouter'
import type { Process } from '../case/acts.ts'
import { type Problem, problemOf } from '../data/problems.ts'
import { useData } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { providerContact } from '../session.ts'
import { useAllWords } from '../words/all-words.tsx'

/** The application as the provider has it, read again when the case has moved. */
export const useApplicationView = ({ version }: CaseView, applicationId: string) => {
  const { client } = useData()
  const [asked, setAsked] = useState(0)
  const [read, setRead] = useState<{ value?: ApplicationView; problem?: Problem }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and asked are why it is read again
  useEffect(() => {
    const ended = new AbortController()
    client.getApplication({ applicationId }, { signal: ended.signal }).then(
      (value) => setRead({ value }),
      (error) => !ended.signal.aborted && setRead((before) => ({ ...before, problem: problemOf(error) })),
    )
    return () => ended.abort()
  }, [client, applicationId, version, asked])
  return { ...read, again: () => setAsked(asked + 1) }
}

const states = {
  underReview: 'underReview',
  needsInformation: 'needsInformation',
  rejected: 'rejected',
} as const

interface SentPageProps {
  readonly about: CaseView
  readonly process: Process
  readonly applicationId: string
}

/** It has arrived: its number, what comes next and when, whom to ask, and a copy. The address can be kept. */
export const SentPage = ({ about, process, applicationId }: SentPageProps) => {
  const { phrases, say, day } = useAllWords()
  const { value, problem, again } = useApplicationView(about, applicationId)
  const review = about.requirements.deadlines.find(({ name }) => name === `reviewDue.${process}`)
  const isThere = value !== undefined || problem !== undefined
  const state = value && states[value.status as keyof typeof states]
  return (
    <Page title={phrases.sentTitle(phrases.apply[process])} place={applicationId}>
      <Freshness problem={problem} again={again} />
      {!isThere && <Waiting />}
      {value && (
        <>
          {/* The address is kept: who comes back to it may find that it is their turn again. */}
          <div className={`note ${state === 'needsInformation' || state === 'rejected' ? 'todo' : 'done'}`}>
            <p>
              {phrases.applicationNumber} <strong className="mono">{applicationId}</strong>
            </p>
            <p>
              {about.terminalId} {about.merchantName} · {state ? say('state', state) : phrases.decided}
            </p>
          </div>
          <h2>{phrases.next}</h2>
          {value.status === 'underReview' ? (
            <>
              <p>{say('clock', `reviewDue.${process}`)}</p>
              {review && <p>{phrases.reviewedBy(day(review.due))}</p>}
              <p>{phrases.nextHow}</p>
            </>
          ) : (
            <p>
              <Link href={`/t/${about.lifecycleId}/supplement`}>{phrases.yourApplication}</Link>
            </p>
          )}
          <p>{phrases.askThere(providerContact, applicationId)}</p>
          <h2>{phrases.copy}</h2>
          <ul>
            {value.documents.map(({ id, type, digest }) => (
              <li key={id}>
                {say('document', type)} <span className="mono muted">{digest.slice(0, 16)}…</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isThere && (
        <p className="row">
          <button type="button" onClick={() => print()}>
            {phrases.printCopy}
          </button>
          <Link href={`/t/${about.lifecycleId}`}>{phrases.backToTerminal}</Link>
        </p>
      )}
    </Page>
  )
}
