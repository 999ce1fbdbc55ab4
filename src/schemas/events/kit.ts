import { SerialNumber } from '../primitives.ts'

export const device = { serial: SerialNumber }
