import type { Act, Case } from './case/acts.ts'
import { applicationStories } from './stories/applications.ts'
import { actsOf } from './stories/builder.ts'
import { closingStories } from './stories/closing.ts'
import { serviceStories } from './stories/service.ts'
import type { Stories, Story } from './stories/story.ts'

/** Every story by the name that stands in its link, `#s=<name>`. */
export const stories: Stories = { ...serviceStories, ...applicationStories, ...closingStories }

const told = new Map<Story, readonly Act[]>()

/** The case that a story tells: made when it is first asked for. */
export function caseOf(story: Story): Case {
  const { opening = 'usual', tale } = story
  const acts = told.get(story) ?? actsOf(opening, tale)
  told.set(story, acts)
  return { opening, acts }
}
