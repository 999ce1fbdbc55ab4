import type { CaseView } from 'terminal-lifecycle/contract'
import { Link } from 'wouter'
import { applicationStatusOf, statusOf } from '../case/states.ts'
import { byNeed, type Turns, turnsOf } from '../case/turns.ts'
import { wayOutOf } from '../case/way-out.ts'
import { useCases, useData } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { StatusMark } from '../parts/status.tsx'
import { useWords } from '../words/use-words.tsx'

interface Row {
  readonly one: CaseView
  readonly turns: Turns
}

const TerminalRow = ({ one, turns: { mine } }: Row) => {
  const { phrases, say, why, day } = useWords()
  const { lifecycleId, terminalId, merchantName, state, applicationId } = one
  const status = statusOf(state)
  const application = applicationId === null ? undefined : applicationStatusOf(state)
  const [first] = mine
  const way = first && wayOutOf(first)
  return (
    <li>
      <div className="row">
        <Link href={`/t/${lifecycleId}`}>
          {terminalId} {merchantName}
        </Link>
        <StatusMark kind={status.kind}>{say('state', status.code)}</StatusMark>
        {application && <StatusMark kind={application.kind}>{say('state', application.code)}</StatusMark>}
      </div>
      {first && (
        <p>
          {phrases.yourTurnCount(mine.length, first.due && day(first.due))}
          {phrases.gap}
          {why(first, terminalId)}{' '}
          {way && <Link href={`/t/${lifecycleId}${way.path}`}>{phrases.doIt[way.path] ?? phrases.open}</Link>}
        </p>
      )}
    </li>
  )
}

/** Which terminal needs me? */
export const Home = () => {
  const { phrases } = useWords()
  const { cases } = useData()
  const { value, problem, asOf } = useCases()
  const rows = (value ?? [])
    .map((one): Row => ({ one, turns: turnsOf(one) }))
    .sort((one, other) => byNeed(one.turns, other.turns))
  const mine = rows.filter(({ turns }) => turns.mine.length > 0)
  const others = rows.filter(({ turns }) => turns.mine.length === 0)
  const list = (some: readonly Row[]) => (
    <ul className="plain-list between">
      {some.map((row) => (
        <TerminalRow key={row.one.lifecycleId} {...row} />
      ))}
    </ul>
  )
  return (
    <Page title={phrases.homeTitle}>
      <Freshness problem={problem} asOf={asOf} again={cases.refresh} />
      {value === undefined && problem === undefined && <Waiting />}
      {value?.length === 0 && <p>{phrases.noTerminals}</p>}
      {value !== undefined && value.length > 0 && (
        <>
          <h2>{phrases.yourTurn}</h2>
          {mine.length > 0 ? list(mine) : <p>{phrases.nothingForYou}</p>}
          {others.length > 0 && <h2>{phrases.otherTerminals}</h2>}
          {list(others)}
        </>
      )}
    </Page>
  )
}
