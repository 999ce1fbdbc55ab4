export { type BackendOptions, createBackend } from './backend.ts'
export type { CaseRuntime } from './case-runtime.ts'
export type { FiledRequest, RequestFiles } from './requests.ts'
