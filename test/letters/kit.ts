import { defaultPolicy, type LifecyclePolicy } from '../../src/domain/index.ts'
import type { Letter, LetterSource } from '../../src/letters/index.ts'
import { createLifecycle, type JournalEntry, type LifecycleInput } from '../../src/machine/index.ts'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'
import type { World } from '../support/world.ts'

const { open, step } = createLifecycle()

/** A played life whose journal is kept. */
export interface Played extends World {
  source(): Promise<LetterSource>
}

export const openPlayed = (
  input?: LifecycleInput,
  from?: string,
  policy: LifecyclePolicy = defaultPolicy,
): Played => {
  const entries: JournalEntry[] = []
  const keep = <Answer extends ReturnType<typeof open> | ReturnType<typeof step>>(answer: Answer): Answer => {
    if (answer.accepted && answer.entry) entries.push(answer.entry)
    return answer
  }
  const world = openPlay(
    input,
    from,
    { open: (...asked) => keep(open(...asked)), step: (...asked) => keep(step(...asked)) },
    policy,
  )
  return { ...world, source: async () => ({ record: await world.record(), entries: [...entries] }) }
}

/** Every life that the stories open, as it stands at the end of its story. */
export const lives = async (): Promise<readonly { name: string; source: LetterSource }[]> => {
  const all: { name: string; played: Played }[] = []
  for (const [name, story] of Object.entries(stories))
    await story(async (...asked) => {
      const played = openPlayed(...asked)
      all.push({ name, played })
      return played
    })
  return Promise.all(all.map(async ({ name, played }) => ({ name, source: await played.source() })))
}

/** Everything of a letter that somebody reads. */
export const textsOf = ({ title, sections }: Letter): readonly string[] => [
  title,
  ...sections.flatMap((section) => [
    section.heading,
    ...('lines' in section ? section.lines : [...section.table.columns, ...section.table.rows.flat()]),
  ]),
]
