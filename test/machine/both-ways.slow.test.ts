import { alikeByChance, alikeInStories } from './both-ways.ts'

alikeInStories()
alikeByChance(200_000, 2_026, 1)
