export type { IngressOptions } from './restate/ingress.ts'
export { type RestateObjectOptions, terminalLifecycleObject } from './restate/object.ts'
export type {
  RestateContext,
  RestateHandle,
  RestateHandler,
  RestateMessage,
  RestateObjectContext,
  RestateSdk,
  RestateSerde,
  RestateSharedHandler,
} from './restate/sdk.ts'
export { type RestateRuntime, type SettleOptions, throughRestate } from './restate/through.ts'
