import type { CaseView, DocumentView } from 'terminal-lifecycle/contract'
import { type DocumentType, factProfiles } from 'terminal-lifecycle/domain'
import { mayNow } from '../case/acts.ts'
import { turnsOf } from '../case/turns.ts'
import { useData, usePart } from '../data/use-data.tsx'
import { NewPaper } from '../papers/new-paper.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { StatusMark } from '../parts/status.tsx'
import { useAllWords } from '../words/all-words.tsx'

const kinds = { unchecked: 'waits', checked: 'done', rejected: 'stopped' } as const

const Paper = ({ paper }: { paper: DocumentView }) => {
  const { phrases, say, day } = useAllWords()
  const { type, facts = {}, state } = paper
  const until =
    facts.longTerm === true ? phrases.forGood : typeof facts.validTo === 'string' && day(facts.validTo)
  return (
    <li>
      <p className="row">
        <strong>{say('document', type)}</strong>
        <StatusMark kind={kinds[state as keyof typeof kinds] ?? 'waits'}>
          {phrases.paperState[state] ?? state}
        </StatusMark>
        {until && <span>{phrases.validUntil(until)}</span>}
      </p>
    </li>
  )
}

/** Papers that somebody waits for come first among those that can be added; the rest is what has facts to be read. */
const addable = (about: CaseView): readonly DocumentType[] => {
  const { mine } = turnsOf(about)
  const wanted = mine.flatMap(({ papers = [] }) => papers.flatMap(({ anyOf }) => anyOf)) as DocumentType[]
  const usual = Object.keys(factProfiles) as DocumentType[]
  return [...new Set([...wanted, ...usual, 'supporting_evidence' as const])].filter(
    (type) => !/_(request|notice)$/.test(type),
  )
}

/** What have you of me, what still counts? */
export const PapersPage = ({ about }: { about: CaseView }) => {
  const { phrases } = useAllWords()
  const { person } = useData()
  const documents = usePart('documents', about)
  const isThere = documents.value !== undefined || documents.problem !== undefined
  const types = addable(about)
  const { lifecycleId } = about
  return (
    <Page title={phrases.papersTitle} place="papers">
      <Freshness problem={documents.problem} again={documents.again} />
      {!isThere && <Waiting />}
      {documents.value?.length === 0 && <p>{phrases.none.papers}</p>}
      <ul className="plain-list between">
        {documents.value?.map((paper) => (
          <Paper key={paper.id} paper={paper} />
        ))}
      </ul>
      {isThere && mayNow(about, 'document.added') && (
        <>
          <h2>{phrases.addPaper}</h2>
          <NewPaper
            about={about}
            types={types}
            first={types[0] ?? 'supporting_evidence'}
            name={`paper:${person.id}:${lifecycleId}`}
            button={phrases.putOnFile}
            write={(client, options, document) =>
              client.recordEvent({ lifecycleId, event: { type: 'document.added', document } }, options)
            }
          />
        </>
      )}
    </Page>
  )
}
