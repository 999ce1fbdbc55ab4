/** As a client's error for a status looks from here: a code, and a message nobody should store. */
export class HttpErrorLike extends Error {
  readonly code: string

  constructor(status: number) {
    super(`Bearer secret was answered with ${status}`)
    this.code = `HTTP_${status}`
  }
}
