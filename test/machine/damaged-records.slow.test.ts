import { damageLaws } from './damage-laws.ts'

damageLaws(() => true)
