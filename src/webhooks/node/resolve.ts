import { lookup } from 'node:dns/promises'

/** An address that a name leads to. */
export interface Resolved {
  address: string
  family: number
}

/** Every address of a name. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>

/** As the operating system answers, the file of hosts included. */
export const resolveBySystem: Resolve = (host) => lookup(host, { all: true, verbatim: true })
