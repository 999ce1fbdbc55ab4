import type { CaseView, JournalItem, NoticeView } from 'terminal-lifecycle/contract'
import { attemptsOf } from '../case/attempts.ts'
import { useData, usePart } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { useAllWords } from '../words/all-words.tsx'

const Notice = ({ notice }: { notice: NoticeView }) => {
  const { phrases, say, moment, locale } = useAllWords()
  const { template, orderedAt, endedAt, status, words } = notice
  const said = words?.[locale]
  return (
    <li>
      <details>
        <summary>
          {moment(endedAt ?? orderedAt)} · {said?.subject ?? say('notice', template)}
          {status !== 'sent' && ` (${phrases.noticeStatus[status] ?? status})`}
        </summary>
        <p className="lines">{said?.body ?? say('notice', template)}</p>
      </details>
    </li>
  )
}

const Attempts = ({ journal }: { journal: readonly JournalItem[] }) => {
  const { phrases, say, day } = useAllWords()
  const attempts = attemptsOf(journal)
  if (attempts.length === 0) return <p>{phrases.none.decisions}</p>
  return (
    <ol className="plain-list between">
      {attempts.map(({ applicationId, process, attempt, filedAt, decision }) => (
        <li key={`${applicationId} ${attempt}`}>
          <h3>{phrases.attempt(phrases.apply[process], attempt)}</h3>
          <p>
            {applicationId} · {phrases.filedOn(day(filedAt))}
          </p>
          <p>
            {decision ? `${say('event', decision.type)} · ${day(decision.at)}` : say('state', 'underReview')}
            {decision?.code && `${phrases.colon}${say('rejection', decision.code)}`}
            {decision?.reason && ` — ${decision.reason}`}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** What happened: notices as they were sent, decisions by attempt, own acts. */
export const HistoryPage = ({ about }: { about: CaseView }) => {
  const { phrases, say, moment } = useAllWords()
  const { person } = useData()
  const notices = usePart('notices', about)
  const journal = usePart('journal', about)
  const own = (journal.value ?? []).filter(({ actor }) => actor.role === 'merchant').reverse()
  // One after the other they would push each other down.
  const isThere = [notices, journal].every(
    ({ value, problem }) => value !== undefined || problem !== undefined,
  )
  return (
    <Page title={phrases.historyTitle} place="history">
      <h2>{phrases.noticesTitle}</h2>
      <Freshness problem={notices.problem} again={notices.again} />
      {!isThere && <Waiting />}
      {isThere && notices.value?.length === 0 && <p>{phrases.none.notices}</p>}
      <ul className="plain-list between">
        {[...((isThere && notices.value) || [])].reverse().map((notice) => (
          <Notice key={notice.orderId} notice={notice} />
        ))}
      </ul>
      <Freshness problem={journal.problem} again={journal.again} />
      {isThere && (
        <>
          <h2>{phrases.decisionsTitle}</h2>
          {journal.value && <Attempts journal={journal.value} />}
          <h2>{phrases.ownActs}</h2>
          {journal.value && own.length === 0 && <p>{phrases.none.acts}</p>}
          <ol className="plain-list between">
            {own.map(({ seq, at, cause, actor }) => (
              <li key={seq}>
                {moment(at)} · {say('event', String(cause.type))}
                {actor.personId !== person.id && <span className="muted"> {actor.personId}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>
  )
}
