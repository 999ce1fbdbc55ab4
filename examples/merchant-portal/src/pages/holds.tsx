import type { CaseView, HoldView } from 'terminal-lifecycle/contract'
import { Link } from 'wouter'
import { statesIn, suspendedStepOf } from '../case/states.ts'
import { isTold } from '../case/told.ts'
import type { Part } from '../data/use-data.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { providerContact } from '../session.ts'
import { useAllWords } from '../words/all-words.tsx'

/** Why, since when, by whom, until when, what still works, and the way out. */
const Hold = ({ hold, about }: { hold: HoldView; about: CaseView }) => {
  const { phrases, say, day, and } = useAllWords()
  const { code, caps, startsAt, until, placedBy, release, words, status, serial } = hold
  return (
    <div className={`note ${status === 'planned' ? 'waits' : 'stopped'}`}>
      <h2>{phrases.suspendedFor(say('suspensionReason', code))}</h2>
      <p>{phrases.placed(say('role', placedBy.role), day(startsAt), status === 'planned')}</p>
      {serial && <p>{phrases.aboutDevice(serial)}</p>}
      {words && <p>{words}</p>}
      <p>{phrases.doesNotWork(and(caps.map((cap) => say('limit', cap))))}</p>
      {until && <p>{phrases.plannedEnd(day(until))}</p>}
      <p>
        {phrases.wayOut[release]}{' '}
        {release === 'application' && about.applicationId === null && status === 'effective' && (
          <Link href={`/t/${about.lifecycleId}/apply/reinstatement`}>{phrases.apply.reinstatement}</Link>
        )}
      </p>
      {release === 'application' && <p className="muted">{say('clock', 'reviewDue.reinstatement')}</p>}
    </div>
  )
}

/** Everything that keeps the terminal from selling. One that its reader must not know of reads as one that nobody can explain. */
export const Holds = ({ about, holds }: { about: CaseView; holds: Part<readonly HoldView[]> }) => {
  const { phrases, say } = useAllWords()
  const isSuspended = statesIn(about.state).includes('live.service.suspended')
  const step = suspendedStepOf(about.state)
  const standing = (holds.value ?? []).filter(({ status }) => status === 'effective' || status === 'planned')
  const told = standing.filter(isTold)
  const isUntold = standing.some((hold) => !isTold(hold)) || (isSuspended && standing.length === 0 && !step)
  return (
    <>
      <Freshness problem={holds.problem} again={holds.again} />
      {told.map((hold) => (
        <Hold key={hold.holdId} hold={hold} about={about} />
      ))}
      {holds.value !== undefined && isUntold && (
        <div className="note stopped">
          <p>{phrases.contactProvider(providerContact, about.terminalId)}</p>
        </div>
      )}
      {step && (
        <div className="note waits">
          <p>{say('state', step)}</p>
        </div>
      )}
    </>
  )
}
