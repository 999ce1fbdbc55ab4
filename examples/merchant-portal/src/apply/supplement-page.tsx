import type { CaseView } from 'terminal-lifecycle/contract'
import {
  type DocumentType,
  documentTypes,
  factProfiles,
  type RejectionCode,
  rejectionAnswers,
} from 'terminal-lifecycle/domain'
import { mayNow } from '../case/acts.ts'
import { NewPaper } from '../papers/new-paper.tsx'
import { ActForm } from '../parts/act-form.tsx'
import { Freshness, Waiting } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { useAllWords } from '../words/all-words.tsx'
import { useApplicationView } from './sent-page.tsx'

/** Papers that answer a rejection come first; those of the application may all be brought anew. */
const answers = (code: string | undefined, brought: readonly DocumentType[]): readonly DocumentType[] => {
  const wanted = rejectionAnswers[code as RejectionCode] ?? []
  const all = [
    ...wanted,
    ...brought,
    ...(Object.keys(factProfiles) as DocumentType[]),
    'supporting_evidence' as const,
  ]
  return [...new Set(all)].filter((type) => !/_(request|notice|form)$/.test(type))
}

/** What was asked for may be named by the code of a paper. */
const isPaper = (item: string): boolean => (documentTypes as readonly string[]).includes(item)

const OpenApplication = ({ about, applicationId }: { about: CaseView; applicationId: string }) => {
  const { phrases, say, day } = useAllWords()
  const { value, problem, again } = useApplicationView(about, applicationId)
  const brought = (value?.documents ?? []).map(({ type }) => type as DocumentType)
  const types = answers(value?.rejection?.code, brought)
  const { lifecycleId } = about
  if (!value)
    return (
      <>
        <Freshness problem={problem} again={again} />
        {problem === undefined && <Waiting />}
      </>
    )
  const { attempt, rejection, informationItems, status } = value
  const first = types.find((one) => brought.includes(one)) ?? types[0] ?? 'supporting_evidence'
  const until = about.requirements.deadlines.find(({ name }) =>
    ['resubmitUntil', 'informationDue'].includes(name),
  )
  const isOpen = status === 'needsInformation' || (status === 'rejected' && rejection?.resubmittable === true)
  return (
    <>
      <Freshness problem={problem} again={again} />
      {rejection && (
        <div className="note todo">
          <p>{phrases.refused(attempt, say('rejection', rejection.code), rejection.reason)}</p>
          {until && <p>{phrases.answerBy(day(until.due))}</p>}
          {rejection.resubmittable ? (
            <p>{phrases.restIsKept}</p>
          ) : (
            <p>{say('blocker', 'NOT_RESUBMITTABLE')}</p>
          )}
        </div>
      )}
      {informationItems.length > 0 && (
        <div className="note todo">
          <h2>{phrases.askedFor}</h2>
          <ul>
            {informationItems.map((item) => (
              <li key={item}>{isPaper(item) ? say('document', item) : item}</li>
            ))}
          </ul>
          {until && <p>{phrases.answerBy(day(until.due))}</p>}
        </div>
      )}
      {status === 'underReview' && (
        <div className="note waits">
          <p>{phrases.underReview(attempt)}</p>
        </div>
      )}
      {isOpen && (
        <NewPaper
          about={about}
          types={types}
          first={first}
          name={`supplement:${applicationId}`}
          button={phrases.sendAgain}
          write={(client, options, paper) => {
            const before = value.documents.find(({ type }) => type === paper.type)
            const document = { ...paper, ...(before && { supersedes: before.id }) }
            return client.supplyInformation({ applicationId, documents: [document] }, options)
          }}
        />
      )}
      {mayNow(about, 'application.withdrawn') && (
        <details>
          <summary>{phrases.withdraw}</summary>
          <p>{phrases.withdrawMeans}</p>
          <ActForm
            about={about}
            name={`withdraw:${lifecycleId}:${applicationId}`}
            button={phrases.withdraw}
            kind="last"
            write={(client, options) => client.withdrawApplication({ applicationId }, options)}
          />
        </details>
      )}
    </>
  )
}

/** What became of my application, and what is still wanted of me? */
export const SupplementPage = ({ about }: { about: CaseView }) => {
  const { phrases, say } = useAllWords()
  const { applicationId } = about
  return (
    <Page title={phrases.yourApplication} place="supplement">
      {applicationId === null ? (
        <p>{say('state', 'none')}</p>
      ) : (
        <OpenApplication about={about} applicationId={applicationId} />
      )}
    </Page>
  )
}
