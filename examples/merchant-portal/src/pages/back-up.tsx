import { useId, useState } from 'react'
import type { CaseView } from 'terminal-lifecycle/contract'
import { type BackupMethod, backupMethods } from 'terminal-lifecycle/domain'
import { ActForm } from '../parts/act-form.tsx'
import { useAllWords } from '../words/all-words.tsx'

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A copy of what the device holds. The file stays where it is: only its SHA-256 is told, so that it can be read back. */
export const BackUp = ({ about, serial }: { about: CaseView; serial: string }) => {
  const { phrases, say } = useAllWords()
  const [hash, setHash] = useState('')
  const [method, setMethod] = useState<BackupMethod>('computer')
  const [isEncrypted, setEncrypted] = useState(false)
  const id = useId()
  const { lifecycleId } = about
  const choose = async (file: File | undefined) =>
    setHash(file ? hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())) : '')
  return (
    <details>
      <summary>{phrases.recordBackup}</summary>
      <ActForm
        about={about}
        name={`backup:${lifecycleId}:${serial}`}
        button={phrases.sendBackup}
        needs={
          method === 'usb' && !isEncrypted
            ? { id: `${id}-encrypted`, value: '', label: phrases.encrypted }
            : { id, value: hash, label: phrases.backupFile }
        }
        write={(client, options) => {
          const event = {
            type: 'backup.recorded',
            serial,
            upTo: new Date().toISOString(),
            hash,
            method,
            encrypted: isEncrypted,
            containsCardholderData: false,
          } as const
          return client.recordEvent({ lifecycleId, event }, options)
        }}
      >
        <p>{phrases.backupMeans}</p>
        <div className="field">
          <label htmlFor={id}>{phrases.backupFile}</label>
          <input id={id} type="file" onChange={({ target }) => void choose(target.files?.[0])} />
        </div>
        <fieldset>
          <legend>{phrases.backupWhere}</legend>
          {backupMethods.map((one) => (
            <div className="choice" key={one}>
              <input
                type="radio"
                name={`${id}-method`}
                id={`${id}-${one}`}
                checked={method === one}
                onChange={() => setMethod(one)}
              />
              <label htmlFor={`${id}-${one}`}>{say('backupMethod', one)}</label>
            </div>
          ))}
        </fieldset>
        <div className="choice">
          <input
            id={`${id}-encrypted`}
            type="checkbox"
            checked={isEncrypted}
            onChange={({ target }) => setEncrypted(target.checked)}
          />
          <label htmlFor={`${id}-encrypted`}>{phrases.encrypted}</label>
        </div>
      </ActForm>
    </details>
  )
}
