import type { Words } from './words.ts'

/** A file or folder that will not do; said in the language of whoever asked, with its name and nothing of what is in it. */
export class Unfit extends Error {
  override readonly name = 'Unfit'
  readonly why: keyof Words['unfit']
  readonly path: string

  constructor(why: keyof Words['unfit'], path: string) {
    super(`${path}: ${why}`)
    this.why = why
    this.path = path
  }
}

const ofTheSystem: Readonly<Record<string, keyof Words['unfit']>> = {
  ENOENT: 'notThere',
  EEXIST: 'exists',
  EACCES: 'noRights',
  EPERM: 'noRights',
  EROFS: 'readOnly',
  ENOTDIR: 'inFile',
}

/** What is not ours has no words of ours, but for what files do most often: its own say what is wrong. */
export const unfitText = (error: unknown, { unfit }: Words): string => {
  if (error instanceof Unfit) return unfit[error.why](error.path)
  const {
    code = '',
    path = '',
    message = '',
  } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  const why = Object.hasOwn(ofTheSystem, code) ? ofTheSystem[code] : undefined
  return why !== undefined && path !== '' ? unfit[why](path) : message
}
