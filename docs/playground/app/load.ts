import { profileOf } from 'terminal-lifecycle/domain'
import type { Case } from '../case/acts.ts'
import { type Moment, playAll } from '../case/play.ts'
import { fromAddress, toAddress } from '../case/share.ts'
import { caseOf, stories } from '../stories.ts'
import { suggest } from '../suggest/suggest.ts'
import { fresh, type State } from './state.ts'

type Loaded = Pick<State, 'opening' | 'acts' | 'moments' | 'cursor' | 'sheet' | 'story' | 'isBroken'> &
  Partial<State>

const loadedCase = ({ opening, acts, who }: Case, moments: readonly Moment[]) => ({
  ...(who && { who }),
  ...{ opening, acts, moments, cursor: acts.length, sheet: null, story: null, isBroken: false },
})

/** A story at its moment: its person, and the form or the refusal that it is about. */
function loadedStory(name: string): Loaded | undefined {
  const story = Object.hasOwn(stories, name) ? stories[name] : undefined
  if (story === undefined) return undefined
  const told = caseOf(story)
  const moments = playAll(told)
  const { who, look: type, draft } = story
  const moment = moments.at(-1)
  const filled = type && moment && (draft ?? suggest({ type, who, moment }, profileOf(type).item))
  return {
    ...loadedCase(told, moments),
    ...{ who, story: name },
    sheet: type && filled ? { type, draft: { ...filled }, mode: 'form', issues: [] } : null,
  }
}

/** What an address says: a story, a case, nothing yet, or something that cannot be read. */
export async function load(hash: string): Promise<Loaded> {
  if (hash === '' || hash === '#') return { ...fresh('usual'), isBroken: false }
  const [, name] = /^#s=([a-z-]+)$/.exec(hash) ?? []
  const story = name === undefined ? undefined : loadedStory(name)
  if (story) return story
  const shared = await fromAddress(hash)
  try {
    if (shared) return loadedCase(shared, playAll(shared))
  } catch {
    // Acts that this machine refuses are no case of it.
  }
  return { ...fresh('usual'), isBroken: true }
}

/** The address of what is looked at; nothing where it is too long. */
export async function addressOf({ story, opening, acts, cursor, who }: State): Promise<string | undefined> {
  if (story !== null && cursor === acts.length) return `#s=${story}`
  if (acts.length === 0 && opening === 'usual') return '#'
  try {
    return `#${await toAddress({ opening, acts: acts.slice(0, cursor), who })}`
  } catch {
    return undefined
  }
}
