import type { CaseView } from 'terminal-lifecycle/contract'
import { Link } from 'wouter'
import { moneyLines } from '../case/money-lines.ts'
import { usePart } from '../data/use-data.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { useAllWords } from '../words/all-words.tsx'

/** What the money box shows, asked for as soon as the case is known: not first when the box has its place. */
export const useMoney = (about: CaseView) => ({
  settlement: usePart('settlement', about),
  deposits: usePart('deposits', about),
  charges: usePart('charges', about),
})

interface MoneyBoxProps {
  readonly about: CaseView
  readonly parts: ReturnType<typeof useMoney>
}

/** The money in three lines. */
export const MoneyBox = ({ about, parts: { settlement, deposits, charges } }: MoneyBoxProps) => {
  const { phrases, money } = useAllWords()
  const all = [settlement, deposits, charges]
  const failed = all.find(({ problem }) => problem !== undefined)
  const lines =
    settlement.value && deposits.value && charges.value
      ? moneyLines(about, settlement.value, deposits.value, charges.value)
      : undefined
  return (
    <section className="money-box">
      <h2>{phrases.nav['/money']}</h2>
      <Freshness problem={failed?.problem} again={() => all.forEach(({ again }) => void again())} />
      {lines ? (
        <dl className="sums">
          {(['settlement', 'deposits', 'charges'] as const).map((name) => (
            <div key={name}>
              <dt>{phrases.moneyLine[name]}</dt>
              <dd className="money">{money(lines[name])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        failed === undefined && <Waiting />
      )}
      <Link href={`/t/${about.lifecycleId}/money`}>{phrases.moneyMore}</Link>
    </section>
  )
}
