import { oneDoor } from './one-door.ts'

oneDoor((place) => place % 3 !== 0)
