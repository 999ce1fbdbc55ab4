import { isTerminalLifecycleError } from '../errors/index.ts'

/** Where an input was wrong and in what way, in brackets behind the words of the error; never what stands there. */
export const whereIn = (error: unknown): string => {
  if (!isTerminalLifecycleError(error)) return ''
  if (error.code === 'FORBIDDEN_FIELD') return ` (${error.paths.join(', ')})`
  if (error.code !== 'INVALID_INPUT' || error.issues.length === 0) return ''
  return ` (${error.issues.map(({ path, code }) => `${path} ${code}`.trim()).join(', ')})`
}
