import type { CaseView } from 'terminal-lifecycle/contract'
import { Link } from 'wouter'
import { processActs } from '../case/acts.ts'
import { applicationStatusOf, statesIn, statusOf } from '../case/states.ts'
import { isTold } from '../case/told.ts'
import { usePart } from '../data/use-data.tsx'
import { BlockedAct } from '../parts/blocked-act.tsx'
import { Waiting } from '../parts/freshness.tsx'
import { LitDiagram } from '../parts/lit-diagram.tsx'
import { Page } from '../parts/page.tsx'
import { StatusMark } from '../parts/status.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { AfterClosing } from './after-closing.tsx'
import { Holds } from './holds.tsx'
import { MoneyBox, useMoney } from './money-box.tsx'
import { TurnList } from './turn-list.tsx'

/** Ordered is not done: what was ordered stands beside what was read back, and no reading is not a reading. */
const SaleLine = ({ about }: { about: CaseView }) => {
  const { phrases, moment } = useAllWords()
  const { desired, observed, readAt } = about.capabilities
  const seen = observed.sale ?? 'unknown'
  const state = seen === 'unknown' ? 'unknown' : seen ? 'on' : 'off'
  return (
    <p className="muted">
      {phrases.sale[state]}
      {readAt && phrases.readAt(moment(readAt))}
      {desired.sale !== undefined && seen !== desired.sale && phrases.saleOrdered(desired.sale)}
    </p>
  )
}

const Acts = ({ about }: { about: CaseView }) => {
  const { phrases } = useAllWords()
  const isSuspended = statesIn(about.state).includes('live.service.suspended')
  const acts = processActs(about, isSuspended)
  if (acts.length === 0) return null
  return (
    <section>
      <h2>{phrases.youCan}</h2>
      {acts.map(({ process, path, blockers }) =>
        blockers.length === 0 ? (
          <p key={process}>
            <Link className="button" href={`/t/${about.lifecycleId}${path}`}>
              {phrases.apply[process]}
            </Link>
          </p>
        ) : (
          <BlockedAct
            key={process}
            label={phrases.apply[process]}
            blockers={blockers}
            terminalId={about.terminalId}
          />
        ),
      )}
    </section>
  )
}

/** Can it sell; if not, why, and whose turn is it? */
export const Terminal = ({ about }: { about: CaseView }) => {
  const { phrases, say } = useAllWords()
  const status = statusOf(about.state)
  const application = about.applicationId === null ? undefined : applicationStatusOf(about.state)
  const isClosed = about.state === 'closed'
  const rest = <Standing about={about} />
  return (
    <Page title={`${about.terminalId} ${about.merchantName}`} place={about.lifecycleId}>
      <p className="row">
        <StatusMark kind={status.kind}>{say('state', status.code)}</StatusMark>
        {application && (
          <>
            <StatusMark kind={application.kind}>{say('state', application.code)}</StatusMark>
            <Link href={`/t/${about.lifecycleId}/supplement`}>{phrases.yourApplication}</Link>
          </>
        )}
      </p>
      <SaleLine about={about} />
      {isClosed ? <AfterClosing about={about}>{rest}</AfterClosing> : rest}
    </Page>
  )
}

/** Why it cannot sell, then the rest: nothing is shown that would have to move down later. */
const Standing = ({ about }: { about: CaseView }) => {
  const holds = usePart('holds', about)
  const money = useMoney(about)
  const untold = (holds.value ?? []).filter((hold) => !isTold(hold)).map(({ holdId }) => holdId)
  if (holds.value === undefined && holds.problem === undefined) return <Waiting />
  return (
    <>
      <Holds about={about} holds={holds} />
      <div className="two-columns">
        <section>
          <TurnList about={about} untold={untold} />
        </section>
        <div>
          <MoneyBox about={about} parts={money} />
          <Acts about={about} />
        </div>
      </div>
      <LitDiagram state={about.state} />
    </>
  )
}
