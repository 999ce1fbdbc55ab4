import { items } from '../facts/kit.ts'
import type { Deadline } from '../shape/clocks.ts'
import { type Leaves, only } from './kit.ts'

const isAwaited = ({ status }: Deadline): boolean => status !== 'cancelled'

/** A clock that waits for nothing any more. One that has run stays until what it waits for has come: it still enables acts. */
export const clocks: Leaves<'deadlines'> = ({ deadlines }) =>
  items(deadlines).every(isAwaited) ? deadlines : only(deadlines, isAwaited)
