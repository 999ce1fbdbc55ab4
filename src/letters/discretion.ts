import type { DocumentRef, EventType } from '../domain/index.ts'
import type { Hold, LifecycleContext } from '../machine/index.ts'
import type { FiledRequest } from '../schemas/index.ts'
import type { Told } from './story.ts'

/** What a merchant must not learn: that there is a hidden hold, why, and on whose word. */
export interface Discretion {
  isHidden(holdId: string): boolean
  /** The text itself; `null` where it names what is hidden. */
  tell(text: string | undefined | null): string | null
  /** Papers that show nothing of a hidden hold. */
  papers(documents: readonly DocumentRef[], request: FiledRequest | null): readonly DocumentRef[]
}

type Events = <Type extends EventType>(...types: readonly Type[]) => readonly Told<Type>[]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A whole reference: the hold `1` is not named by `2026-03-01`, and `case-5` is by `见case-5号`. */
const naming = (name: string): RegExp => new RegExp(`(?<![A-Za-z0-9-])${escaped(name)}(?![A-Za-z0-9-])`)

const secretsOf = (hidden: readonly Hold[]): readonly RegExp[] => [
  ...hidden
    .flatMap(({ holdId, orderRef }) => [holdId, orderRef])
    .flatMap((name) => (name ? [naming(name)] : [])),
  // no language has blanks around every sentence
  ...hidden.flatMap(({ words }) => (words ? [new RegExp(escaped(words))] : [])),
]

/** What shows that the cause of a hidden hold was put right would tell the cause. */
const evidenceOf = (
  request: FiledRequest | null,
  isHidden: (holdId: string) => boolean,
): ReadonlySet<string> => {
  const remedies = request?.process === 'reinstatement' ? request.remedies : []
  const open = new Set(remedies.flatMap(({ holdId, evidence }) => (isHidden(holdId) ? [] : evidence)))
  return new Set(
    remedies.flatMap(({ holdId, evidence }) =>
      isHidden(holdId) ? evidence.filter((id) => !open.has(id)) : [],
    ),
  )
}

export const discretionFor = (context: LifecycleContext, all: Events): Discretion => {
  const hidden = Object.values(context.holds).filter(({ disclosure }) => disclosure === 'hidden')
  const ids = new Set(hidden.map(({ holdId }) => holdId))
  const isHidden = (holdId: string) => ids.has(holdId)
  const secrets = secretsOf(hidden)
  const claimed = new Set(
    all('hold.remedyClaimed').flatMap(({ event }) =>
      isHidden(event.holdId) ? event.evidence.map(({ id }) => id) : [],
    ),
  )
  return {
    isHidden,
    tell: (text) => (text && !secrets.some((secret) => secret.test(text)) ? text : null),
    papers: (documents, request) => {
      const evidence = evidenceOf(request, isHidden)
      return documents.filter(({ id, type }) => {
        const about = context.documents[id]?.for
        const isOpen = type !== 'authority_order' && !claimed.has(id) && !evidence.has(id)
        return isOpen && !(about != null && isHidden(about))
      })
    },
  }
}
