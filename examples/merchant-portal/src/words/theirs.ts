import type { BlockerView } from 'terminal-lifecycle/contract'
import { isUnclear } from '../case/unclear.ts'
import type { RestPhrases } from './phrases.ts'

type Blocked = Pick<BlockerView, 'code' | 'owner'>

/** As much as it takes of what every page has. */
interface Said {
  why(blocker: { readonly code: string }, terminalId: string): string
  say(kind: 'role', code: string): string
  readonly phrases: { readonly yourTurn: string; whoseTurn(who: string, why: string): string }
}

/** What others do is told to the merchant as such: the library's sentence says first how it stands, and then what whoever has to do it does. */
const theirTurn = ({ why }: Said, { theirs }: RestPhrases, { code }: Blocked, terminalId: string): string => {
  if (isUnclear(code)) return why({ code }, terminalId)
  const [first = ''] = why({ code }, terminalId).split(/(?<=[.。])/)
  return theirs[code] ?? first
}

export interface TurnWords {
  /** What is to be done, or what somebody else is doing. */
  turn(item: Blocked, terminalId: string): string
  /** The same as a reason why not, with whose turn it is. */
  reason(blocker: Blocked, terminalId: string): string
}

export const turnWords = (words: Said, rest: RestPhrases): TurnWords => {
  const turn: TurnWords['turn'] = (item, terminalId) =>
    item.owner === 'merchant' ? words.why(item, terminalId) : theirTurn(words, rest, item, terminalId)
  return {
    turn,
    reason: (blocker, terminalId) => {
      const said = turn(blocker, terminalId)
      if (blocker.owner === 'merchant') return words.phrases.whoseTurn(words.phrases.yourTurn, said)
      // Their own sentences name whose turn it is.
      return said === rest.theirs[blocker.code]
        ? said
        : words.phrases.whoseTurn(words.say('role', blocker.owner), said)
    },
  }
}
