import { closingLives } from './lives-closing.ts'
import { liveLives } from './lives-live.ts'
import type { Life } from './timeline.ts'

export const lives: readonly Life[] = [...liveLives, ...closingLives]
