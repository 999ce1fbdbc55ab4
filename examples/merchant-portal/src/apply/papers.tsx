import type { CheckView } from 'terminal-lifecycle/contract'
import type { DocumentType, RequiredDocument } from 'terminal-lifecycle/domain'
import { Upload } from '../papers/upload.tsx'
import { useAllWords } from '../words/all-words.tsx'
import type { Application } from './use-application.ts'

export const paperId = (type: string): string => `paper-${type}`

/** Below it stays what was typed about the papers of an application. */
export const typedName = (applicationId: string): string => `application:${applicationId}`

type Papers = Application['papers']

/** A paper that is on file and counts need not be brought again: the check does not ask for it. */
const isOnFile = (type: DocumentType, { papers }: CheckView): boolean =>
  !papers.some(({ anyOf }) => anyOf.includes(type))

/** Those without which the application is incomplete. */
export const missingPapers = (
  wanted: readonly RequiredDocument[],
  papers: Papers,
  check: CheckView,
): readonly DocumentType[] => {
  const isBrought = (type: DocumentType) => papers[type] !== undefined
  // What the reason asks for beside is not known to the check, which knows no reason yet.
  const isKnown = (type: DocumentType) => ['business_licence', 'identity_proof'].includes(type)
  return wanted
    .filter(({ type, alternatives = [] }) => ![type, ...alternatives].some(isBrought))
    .filter(({ type }) => !(isKnown(type) && isOnFile(type, check)))
    .map(({ type }) => type)
}

interface PapersProps {
  readonly application: Application
  readonly check: CheckView
  readonly currency: string
  readonly isTried: boolean
}

/** The papers of the reason, each with its file; what is on file already is said, and may be brought anew. */
export const Papers = ({ application, check, currency, isTried }: PapersProps) => {
  const { phrases, say } = useAllWords()
  const { wanted, papers, setPapers, applicationId } = application
  const missing = missingPapers(wanted, papers, check)
  const extra: DocumentType = 'supporting_evidence'
  const types = [...new Set([...wanted.map(({ type }) => type), extra])]
  return types.map((type) => {
    const alternatives = wanted.find((one) => one.type === type)?.alternatives ?? []
    const isMissing = isTried && missing.includes(type)
    return (
      <section key={type}>
        <h2>{type === extra ? phrases.optional(say('document', type)) : say('document', type)}</h2>
        {alternatives.length > 0 && (
          <p className="hint">
            {phrases.alsoDoes(alternatives.map((one) => say('document', one)).join(phrases.or))}
          </p>
        )}
        {type !== extra && !missing.includes(type) && papers[type] === undefined && (
          <p className="status done">{phrases.onFile}</p>
        )}
        {isMissing && <p className="error">{phrases.paperMissing}</p>}
        <Upload
          id={paperId(type)}
          name={typedName(applicationId)}
          type={type}
          currency={currency}
          kept={papers[type]}
          onKept={(kept) =>
            setPapers((before) => {
              const { [type]: _, ...others } = before
              return kept ? { ...others, [type]: kept } : others
            })
          }
        />
      </section>
    )
  })
}
