import type { CaseView, ChargeView } from 'terminal-lifecycle/contract'
import type { ChargeKind } from 'terminal-lifecycle/domain'
import { mayNow } from '../case/acts.ts'
import { StatusMark } from '../parts/status.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { Objection } from './objection.tsx'

const kinds = { raised: 'todo', disputed: 'waits', determined: 'done' } as const

const Charge = ({ about, charge }: { about: CaseView; charge: ChargeView }) => {
  const { phrases, say, money, day } = useAllWords()
  const { chargeId, kind, amount, open, status, ground, objectionUntil, feeTableVersion } = charge
  const { lifecycleId } = about
  const isMet = open.amount === 0
  return (
    <li>
      <p className="row">
        <strong>{say('charge', kind as ChargeKind)}</strong>
        <span className="money">{money(amount)}</span>
        <StatusMark kind={isMet ? 'done' : (kinds[status as keyof typeof kinds] ?? 'waits')}>
          {isMet ? phrases.met : (phrases.charge[status] ?? status)}
        </StatusMark>
      </p>
      <p className="muted">
        {chargeId} · {phrases.restsOn(ground ?? feeTableVersion)}
        {!isMet && ` · ${phrases.stillOpen(money(open))}`}
      </p>
      {status === 'raised' && objectionUntil && <p>{phrases.objectChargeBy(day(objectionUntil))}</p>}
      {status === 'raised' && mayNow(about, 'charge.disputed') && (
        <Objection
          about={about}
          name={`charge:${lifecycleId}:${chargeId}`}
          label={phrases.objectTo(say('charge', kind as ChargeKind))}
          write={(grounds, client, options) =>
            client.recordEvent(
              { lifecycleId, event: { type: 'charge.disputed', chargeId, grounds } },
              options,
            )
          }
        />
      )}
    </li>
  )
}

/** What is charged, on what ground, and until when one may object. */
export const Charges = ({ about, charges }: { about: CaseView; charges: readonly ChargeView[] }) => {
  const { phrases } = useAllWords()
  return (
    <section>
      <h2>{phrases.chargesTitle}</h2>
      {charges.length === 0 ? (
        <p>{phrases.none.charges}</p>
      ) : (
        <ul>
          {charges.map((charge) => (
            <Charge key={charge.chargeId} about={about} charge={charge} />
          ))}
        </ul>
      )}
    </section>
  )
}
