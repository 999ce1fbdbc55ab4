import { useId, useState } from 'react'
import type { CaseView } from 'terminal-lifecycle/contract'
import { type LossKind, lossKinds } from 'terminal-lifecycle/domain'
import { ActForm } from '../parts/act-form.tsx'
import { useAllWords } from '../words/all-words.tsx'

/** A loss is reported at once: the terminal stops selling, and its keys are revoked. */
export const Loss = ({ about, serial }: { about: CaseView; serial: string }) => {
  const { phrases, say } = useAllWords()
  const [kind, setKind] = useState<LossKind>('lost')
  const id = useId()
  const { lifecycleId } = about
  return (
    <details>
      <summary>{phrases.reportLoss}</summary>
      <ActForm
        about={about}
        name={`lost:${lifecycleId}:${serial}`}
        button={phrases.sendLoss}
        kind="last"
        write={(client, options) =>
          client.recordEvent({ lifecycleId, event: { type: 'device.lost', serial, kind } }, options)
        }
      >
        <p>{phrases.lossMeans}</p>
        <fieldset>
          <legend>{phrases.whatHappened}</legend>
          {lossKinds.map((one) => (
            <div className="choice" key={one}>
              <input
                type="radio"
                name={id}
                id={`${id}-${one}`}
                checked={kind === one}
                onChange={() => setKind(one)}
              />
              <label htmlFor={`${id}-${one}`}>{say('loss', one)}</label>
            </div>
          ))}
        </fieldset>
      </ActForm>
    </details>
  )
}
