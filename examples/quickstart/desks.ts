import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Runtime, Store } from 'terminal-lifecycle/runtime'
import { sqliteStore } from 'terminal-lifecycle/runtime/sqlite'
import type { Acquirer } from './acquirer/process.ts'
import { storedClock } from './business-clock.ts'
import type { CaseName } from './cases/names.ts'
import { type Folder, openFolder } from './folder.ts'
import type { Options } from './options.ts'
import { asHost } from './people.ts'
import type { Screen } from './ui/screen.ts'
import { type Wired, wire } from './wire.ts'

/** Where a case is kept. */
export interface Desk {
  readonly folder: Folder
  readonly store: Store
  /** Opens and reads; what is ordered waits until the case is played. */
  readonly runtime: Runtime
}

/**
 * One desk for each case, because each has a business time of its own: they all begin on the same Monday, and one that takes a
 * year must not make another one late. The closure and everything that plays no case share the folder itself.
 */
export class Desks {
  readonly #options: Options
  readonly #screen: Screen
  readonly #desks = new Map<CaseName, Desk>()

  constructor(options: Options, screen: Screen) {
    this.#options = options
    this.#screen = screen
  }

  at(name: CaseName): Desk {
    const known = this.#desks.get(name)
    if (known) return known
    const root = openFolder(this.#options.folder)
    const folder = name === 'closure' ? root : openFolder(root.at('cases', name))
    const store = sqliteStore(folder.at('terminals.db'))
    const { office } = wire(this.#options, folder, store, undefined, this.#screen)
    const desk = { folder, store, runtime: office.runtime }
    this.#desks.set(name, desk)
    return desk
  }

  /** What the portfolio says of a terminal is opened where its case is played. */
  readonly runtimeOf = (name: CaseName | undefined): Runtime => this.at(name ?? 'closure').runtime

  /** Business time of the closure, by which the portfolio is read. */
  now(): string {
    return storedClock(this.at('closure').folder).now()
  }

  async find(lifecycleId: string): Promise<LifecycleRecord | undefined> {
    for (const { runtime } of this.#desks.values()) {
      const record = await runtime.get(lifecycleId, asHost)
      if (record) return record
    }
    return undefined
  }

  wire(name: CaseName, acquirer: Acquirer | undefined): Wired {
    const { folder, store } = this.at(name)
    return wire(this.#options, folder, store, acquirer, this.#screen)
  }

  async close(): Promise<void> {
    for (const { store } of this.#desks.values()) await store.close()
  }
}
