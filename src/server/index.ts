export { createAcquirerHandler, type HandlerOptions } from './handler.ts'
export type { Implementation, RequestContext } from './implementation.ts'
