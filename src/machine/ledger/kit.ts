import type { EventType } from '../../domain/index.ts'
import type { EventOf } from '../rules/kit.ts'
import type { Turn } from '../turn.ts'

/** What an accepted event changes. */
export type Reducer<T extends EventType = EventType> = (turn: Turn, event: EventOf<T>) => void
export type Reducers<T extends EventType> = { readonly [K in T]: Reducer<K> }
