import type { Documents } from '../backend/index.ts'
import type { Instant } from '../domain/index.ts'
import type { Store } from '../runtime/index.ts'

/** Somebody who is sent webhooks. */
export interface Subscriber {
  readonly endpointId: string
  /** Why nothing is sent any more: it answered that it is gone, it failed for days, or the records lack the place to go on from. */
  readonly disabled: 'gone' | 'failing' | 'lost' | null
  /** Milliseconds since 1970 of the first failure after the last success. */
  readonly failingSince: number | null
  readonly waiting: number
  /** Of those that wait, the one that was planned first. */
  readonly oldest: { readonly lastFailure: string | null } | null
  readonly givenUp: number
}

/** What lies in a folder of data. */
export interface Home {
  readonly store: Store
  /** Where the bytes of papers are; nothing where there are none. Closed with the home. */
  papers?(): Documents | undefined
  /** How each subscriber is doing; none where nothing is sent. */
  subscribers?(): Promise<readonly Subscriber[]>
  /** Copies what there is into a new folder, and names the files. */
  backup(folder: string): Promise<readonly string[]>
  /** Closes the store; nothing of the home is used after it. */
  close(): Promise<void>
}

/** A back-up, and the folder that it is put into. */
export interface Restoring {
  readonly source: Store
  /** Nobody else sees it before `finish`. */
  readonly target: Store
  /** Puts papers and deliveries beside it, and makes it the store of its folder; names the files. */
  finish(): Promise<readonly string[]>
  /** Closes both stores; without `finish` before it, the target stays beside its place, unfinished. */
  close(): Promise<void>
}

/** What `serve` was asked for. */
export interface Serving {
  readonly folder: string
  readonly port: number
  /** Who comes with which token: actors by the SHA-256 of their bearer token, hexadecimal. */
  readonly people: Readonly<Record<string, unknown>>
  /** Address of the acquirer's systems; `undefined`: a mock plays them. */
  readonly systems: string | undefined
}

/** What a command needs of the machine that it runs on. */
export interface CommandHost {
  /** One line for whoever asked. */
  print(line: string): void
  /** One line beside the answer. */
  complain(line: string): void
  /** Business time, ISO 8601 with an offset. */
  now(): Instant
  /** Of the package, as `--version` says it. */
  readonly version: string
  /** Language of the machine, as a BCP 47 tag. */
  readonly language: string
  /** @throws Error where there is no such folder: a command never makes one but `import` and `serve`. */
  openHome(
    folder: string,
    options: { readonly make: boolean; readonly incomplete: 'refuse' | 'accept' },
  ): Promise<Home>
  /**
   * @throws StoreError `occupied` where the folder has records already.
   * @throws Error where there is no back-up.
   */
  openRestoring(
    folder: string,
    from: string,
    options: { readonly incomplete: 'refuse' | 'accept' },
  ): Promise<Restoring>
  /** The bytes of a file, piece by piece. */
  read(path: string): AsyncIterable<Uint8Array>
  /** @throws Error where there is a file of that name. */
  write(path: string, text: string): Promise<void>
  /** Serves until the process is told to end. */
  serve(serving: Serving, started: (url: string) => void): Promise<void>
}
