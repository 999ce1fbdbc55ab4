import { alikeByChance } from './both-ways.ts'

alikeByChance(2_000, 41, 4)
