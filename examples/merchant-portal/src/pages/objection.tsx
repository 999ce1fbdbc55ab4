import { useId, useState } from 'react'
import type { AcquirerClient, CallOptions } from 'terminal-lifecycle/client'
import type { CaseView } from 'terminal-lifecycle/contract'
import { forgetTyped, isTyped, useTyped } from '../data/use-typed.ts'
import { ActForm } from '../parts/act-form.tsx'
import { useAllWords } from '../words/all-words.tsx'

interface ObjectionProps {
  readonly about: CaseView
  /** What it is about, as its reader calls it. */
  readonly name: string
  readonly label: string
  write(grounds: string, client: AcquirerClient, options: CallOptions): Promise<CaseView>
}

/** Objecting takes grounds; they stay in the field until they have arrived. */
export const Objection = ({ about, name, label, write }: ObjectionProps) => {
  const { phrases } = useAllWords()
  const [grounds, setGrounds] = useTyped(name, '')
  const [isOpen] = useState(() => isTyped(name))
  const id = useId()
  return (
    <details open={isOpen}>
      <summary>{label}</summary>
      <ActForm
        about={about}
        name={name}
        button={phrases.sendObjection}
        needs={{ id, value: grounds, label: phrases.grounds }}
        write={(client, options) => write(grounds.trim(), client, options)}
        onDone={() => {
          setGrounds('')
          forgetTyped(name)
        }}
      >
        <div className="field">
          <label htmlFor={id}>{phrases.grounds}</label>
          <textarea
            id={id}
            rows={3}
            maxLength={500}
            value={grounds}
            onChange={({ target }) => setGrounds(target.value)}
          />
        </div>
      </ActForm>
    </details>
  )
}
