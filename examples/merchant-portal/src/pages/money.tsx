import type { CaseView, DepositView } from 'terminal-lifecycle/contract'
import { moneyLines } from '../case/money-lines.ts'
import { usePart } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { Account } from './account.tsx'
import { Charges } from './charges.tsx'
import { Statement } from './statement.tsx'

const Deposit = ({ deposit }: { deposit: DepositView }) => {
  const { phrases, say, money, day } = useAllWords()
  const { depositId, kind, amount, open, deductions, refunds, refundDue, releaseRule } = deposit
  return (
    <li>
      <strong>{say('deposit', kind)}</strong> {depositId} · {money(amount)}
      <ul>
        {deductions.map((item) => (
          <li key={item.ref}>
            {phrases.deducted(money(item.amount))} {item.ref}
          </li>
        ))}
        {refunds.map((item) => (
          <li key={item.refundId}>
            {phrases.refund[item.status] ?? item.status} {money(item.amount)}
          </li>
        ))}
        <li>
          {phrases.stillHeld(money(open))}
          {phrases.gap}
          {refundDue ? phrases.by(day(refundDue)) : phrases.release[releaseRule]}
        </li>
      </ul>
    </li>
  )
}

/** What do I get, what is kept, do I agree? */
export const MoneyPage = ({ about }: { about: CaseView }) => {
  const { phrases, money } = useAllWords()
  const settlement = usePart('settlement', about)
  const charges = usePart('charges', about)
  const deposits = usePart('deposits', about)
  const all = [settlement, charges, deposits]
  const failed = all.find(({ problem }) => problem !== undefined)
  const isThere = settlement.value && charges.value && deposits.value
  return (
    <Page title={phrases.moneyTitle} place="money">
      <Freshness problem={failed?.problem} again={() => all.forEach(({ again }) => void again())} />
      {!isThere && failed === undefined && <Waiting />}
      {isThere && (
        <>
          <dl className="sums">
            {Object.entries(
              moneyLines(about, isThere && settlement.value, deposits.value, charges.value),
            ).map(([name, amount]) => (
              <div key={name}>
                <dt>{phrases.moneyLine[name as 'settlement']}</dt>
                <dd className="money">{money(amount)}</dd>
              </div>
            ))}
          </dl>
          <Statement about={about} settlement={settlement.value} />
          <Charges about={about} charges={charges.value} />
          <h2>{phrases.depositsTitle}</h2>
          {deposits.value.length === 0 ? (
            <p>{phrases.none.deposits}</p>
          ) : (
            <ul>
              {deposits.value.map((deposit) => (
                <Deposit key={deposit.depositId} deposit={deposit} />
              ))}
            </ul>
          )}
          <Account about={about} settlement={settlement.value} />
        </>
      )}
    </Page>
  )
}
