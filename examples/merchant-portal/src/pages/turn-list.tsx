import type { CaseView } from 'terminal-lifecycle/contract'
import { type EventProfile, type EventType, eventProfiles } from 'terminal-lifecycle/domain'
import { Link } from 'wouter'
import { endedRegions } from '../case/states.ts'
import { type Turn, turnsOf, withoutUntold } from '../case/turns.ts'
import { isUnclear } from '../case/unclear.ts'
import { wayOutOf } from '../case/way-out.ts'
import { useAllWords } from '../words/all-words.tsx'

/** What an event is about, where a reader knows it by that name. How a hold or an application is called helps nobody here. */
const named = ['serial', 'chargeId', 'depositId', 'caseId', 'payoutId', 'txnRef']
const isShown = ({ ref, code, clearedBy }: Turn): boolean =>
  ref !== undefined &&
  !isUnclear(code) &&
  clearedBy.some((type) => Object.hasOwn(eventProfiles, type) && named.includes(itemOf(type as EventType)))
const itemOf = (type: EventType): string => {
  const profile: EventProfile = eventProfiles[type]
  return profile.item ?? ''
}

const Item = ({ turn, about, isMine }: { turn: Turn; about: CaseView; isMine: boolean }) => {
  const { phrases, why, turn: textOf, say, day, and } = useAllWords()
  const { due, isOverdue, ref, papers = [] } = turn
  const way = wayOutOf(turn)
  const wanted = papers.map(({ anyOf }) => anyOf.map((type) => say('document', type)).join(phrases.or))
  return (
    <li>
      <span>
        {isMine ? why(turn, about.terminalId) : textOf(turn, about.terminalId)}
        {wanted.length > 0 && `${phrases.gap}${phrases.papersWanted(and(wanted))}`}
        {isShown(turn) && <span className="muted"> {ref}</span>}
      </span>{' '}
      {due && (
        <span className={`status ${!isMine ? 'waits' : isOverdue ? 'stopped' : 'todo'}`}>
          {isOverdue ? phrases.overdueSince(day(due)) : phrases.by(day(due))}
        </span>
      )}{' '}
      {isMine && way && (
        <Link href={`/t/${about.lifecycleId}${way.path}`}>{phrases.doIt[way.path] ?? phrases.open}</Link>
      )}
    </li>
  )
}

/** The same code for several devices or deposits stands once for each; their references keep them apart. */
const keyOf = ({ code, ref }: Turn): string => `${code} ${ref ?? ''}`

const List = ({ turns, about, isMine }: { turns: readonly Turn[]; about: CaseView; isMine: boolean }) => (
  <ul className="turns">
    {turns.map((turn) => (
      <Item key={keyOf(turn)} turn={turn} about={about} isMine={isMine} />
    ))}
  </ul>
)

/** What others do is counted, and the first of it shown. */
const most = 3

/** Whose turn: mine, the provider's, later, done. */
export const TurnList = ({ about, untold }: { about: CaseView; untold: readonly string[] }) => {
  const { phrases, say } = useAllWords()
  const { mine, theirs, later } = withoutUntold(turnsOf(about), untold)
  const ended = endedRegions(about.state)
  return (
    <>
      <h2>
        {phrases.yourTurn} {mine.length}
      </h2>
      {mine.length > 0 ? <List turns={mine} about={about} isMine /> : <p>{phrases.nothingForYou}</p>}
      {theirs.length > 0 && (
        <>
          <h2>
            {phrases.theirTurn} {theirs.length}
          </h2>
          <p className="muted">{phrases.nothingToDoThere}</p>
          <List turns={theirs.slice(0, most)} about={about} isMine={false} />
          {theirs.length > most && (
            <details>
              <summary>{phrases.more(theirs.length - most)}</summary>
              <List turns={theirs.slice(most)} about={about} isMine={false} />
            </details>
          )}
        </>
      )}
      {later.length > 0 && (
        <details>
          <summary>
            {phrases.later} {later.length}
          </summary>
          <List turns={later} about={about} isMine={false} />
        </details>
      )}
      {ended.length > 0 && (
        <details>
          <summary>
            {phrases.done} {ended.length}
          </summary>
          <ul>
            {ended.map((region) => (
              <li key={region}>{say('state', `${region}.done`)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
