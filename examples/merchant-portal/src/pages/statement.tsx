import type { CaseView, SettlementView } from 'terminal-lifecycle/contract'
import { ActForm } from '../parts/act-form.tsx'
import { StatusMark } from '../parts/status.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { Objection } from './objection.tsx'

const kinds = { stated: 'todo', confirmed: 'done', deemed: 'done', disputed: 'waits' } as const

/** The statement that is to be agreed on: what it is made of, until when, and what silence may mean. */
export const Statement = ({ about, settlement }: { about: CaseView; settlement: SettlementView }) => {
  const { phrases, money, day } = useAllWords()
  const { statement, objectionUntil, payouts, account } = settlement
  const { lifecycleId } = about
  if (!statement)
    return (
      <>
        <h2>{phrases.statementTitle}</h2>
        <p>{phrases.none.statement}</p>
      </>
    )
  const { statementId, upTo, gross, fees, net, status, stale } = statement
  const rows = [
    ['period', day(upTo)],
    ['gross', gross && money(gross)],
    ['fees', fees && money(fees)],
    ['net', money(net)],
  ] as const
  const kind = kinds[status as keyof typeof kinds] ?? 'waits'
  return (
    <section>
      <h2>
        {phrases.statementTitle} {statementId}
      </h2>
      <p className="row">
        <StatusMark kind={kind}>{phrases.statement[status] ?? status}</StatusMark>
        {stale && <span>{phrases.statementStale}</span>}
      </p>
      <dl className="sums">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{phrases.statementRow[name]}</dt>
            <dd className="money">{value ?? phrases.notTold}</dd>
          </div>
        ))}
      </dl>
      {status === 'stated' && (
        <>
          {objectionUntil && <p>{phrases.objectBy(day(objectionUntil))}</p>}
          <ActForm
            about={about}
            name={`agree:${lifecycleId}:${statementId}`}
            button={phrases.agree}
            kind="first"
            write={(client, options) =>
              client.confirmSettlement({ lifecycleId, decision: 'agree', statementId }, options)
            }
          />
          <Objection
            about={about}
            name={`object:${lifecycleId}:${statementId}`}
            label={phrases.object}
            write={(grounds, client, options) =>
              client.confirmSettlement({ lifecycleId, decision: 'dispute', statementId, grounds }, options)
            }
          />
        </>
      )}
      {payouts.map(({ payoutId, amount, status: moved }) => (
        <p key={payoutId}>
          {phrases.payout[moved] ?? moved} {money(amount)} {account?.holder}
        </p>
      ))}
    </section>
  )
}
