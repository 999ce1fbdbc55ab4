import type { LetterFacts, LetterType } from './facts.ts'
import type { Section } from './letter.ts'
import type { Entry, Story } from './story.ts'
import type { Voice } from './voice.ts'

/** One letter before it is put into words. */
export interface Statement<Type extends LetterType> {
  /** What it is about; with the type it makes the name. */
  readonly about: string
  /** The newest entry that it states something of. */
  readonly basis: Entry
  readonly facts: LetterFacts[Type]
}

/** A kind of letter: what there is to state, and how it is said. The words follow from the facts alone. */
export interface Paper<Type extends LetterType> {
  readonly statements: (story: Story) => readonly Statement<Type>[]
  /** Behind the name of the paper. */
  readonly subject?: (facts: LetterFacts[Type], voice: Voice) => string
  readonly sections: (facts: LetterFacts[Type], voice: Voice) => readonly Section[]
}
