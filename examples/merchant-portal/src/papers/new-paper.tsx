import { useState } from 'react'
import type { AcquirerClient, CallOptions } from 'terminal-lifecycle/client'
import type { CaseView } from 'terminal-lifecycle/contract'
import type { DocumentType } from 'terminal-lifecycle/domain'
import { forgetTyped, useTyped } from '../data/use-typed.ts'
import { ActForm } from '../parts/act-form.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { type Kept, Upload } from './upload.tsx'

interface NewPaperProps {
  readonly about: CaseView
  readonly types: readonly DocumentType[]
  /** Chosen until somebody chooses another one. */
  readonly first: DocumentType
  /** Names what is sent, so that it is found again after a reload. */
  readonly name: string
  readonly button: string
  /** What is done with the paper once it is there. */
  write(client: AcquirerClient, options: CallOptions, paper: Kept['reference']): Promise<CaseView>
}

/** Which paper, the paper itself, and the button that sends it. */
export const NewPaper = ({ about, types, first, name, button, write }: NewPaperProps) => {
  const { phrases, say } = useAllWords()
  const [chosen, setChosen] = useTyped<DocumentType | null>(`${name}:type`, null)
  const [kept, setKept] = useTyped<Kept | null>(`${name}:paper`, null)
  const [sent, setSent] = useState(0)
  const type = chosen ?? first
  return (
    <>
      <div className="field">
        <label htmlFor="paper-type">{phrases.paperType}</label>
        <select
          id="paper-type"
          value={type}
          onChange={({ target }) => {
            setChosen(target.value as DocumentType)
            setKept(null)
          }}
        >
          {types.map((one) => (
            <option key={one} value={one}>
              {say('document', one)}
            </option>
          ))}
        </select>
      </div>
      <Upload
        key={`${type}:${sent}`}
        id="new-paper"
        name={name}
        type={type}
        currency={about.currency}
        kept={kept ?? undefined}
        onKept={(paper) => setKept(paper ?? null)}
      />
      {kept && (
        <ActForm
          about={about}
          name={name}
          button={button}
          kind="first"
          write={(client, options) => write(client, options, kept.reference)}
          onDone={() => {
            setKept(null)
            setChosen(null)
            forgetTyped(name)
            setSent(sent + 1)
          }}
        />
      )}
    </>
  )
}
