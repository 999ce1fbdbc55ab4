import { useId, useState } from 'react'
import type { CaseView, SettlementView } from 'terminal-lifecycle/contract'
import { mayNow } from '../case/acts.ts'
import { ActForm } from '../parts/act-form.tsx'
import { StatusMark } from '../parts/status.tsx'
import { useAllWords } from '../words/all-words.tsx'

/** Where the money goes: a name, and a token that stands for the account. Nobody types an account number here. */
export const Account = ({ about, settlement }: { about: CaseView; settlement: SettlementView }) => {
  const { phrases, day } = useAllWords()
  const [token, setToken] = useState('')
  const id = useId()
  const { account } = settlement
  const { lifecycleId, merchantName } = about
  return (
    <section>
      <h2>{phrases.accountTitle}</h2>
      {account ? (
        <p className="row">
          {account.holder}
          <StatusMark kind={account.verified ? 'done' : 'waits'}>
            {account.verified ? phrases.verified : phrases.notVerified}
          </StatusMark>
          <span className="muted">{day(account.changedAt)}</span>
        </p>
      ) : (
        <p>{phrases.none.account}</p>
      )}
      {mayNow(about, 'payoutAccount.changed') && (
        <details>
          <summary>{phrases.changeAccount}</summary>
          <ActForm
            about={about}
            name={`account:${lifecycleId}`}
            button={phrases.sendAccount}
            needs={{ id, value: token, label: phrases.accountToken }}
            write={(client, options) =>
              client.agreePayoutMethod({ lifecycleId, token: token.trim(), name: merchantName }, options)
            }
            onDone={() => setToken('')}
          >
            <p>{phrases.accountName(merchantName)}</p>
            <div className="field">
              <label htmlFor={id}>{phrases.accountToken}</label>
              <p className="hint" id={`${id}-hint`}>
                {phrases.accountTokenHelp}
              </p>
              <input
                id={id}
                aria-describedby={`${id}-hint`}
                autoComplete="off"
                value={token}
                onChange={({ target }) => setToken(target.value)}
              />
            </div>
          </ActForm>
        </details>
      )}
    </section>
  )
}
