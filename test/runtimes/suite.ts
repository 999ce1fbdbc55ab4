type Work = (...values: unknown[]) => unknown
type Hook = 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach'

interface Test {
  readonly name: string
  readonly work: Work
}

/** A block of tests: a file, or a `describe` in it. */
interface Block {
  readonly name: string
  readonly parts: (Test | Block)[]
  readonly hooks: Readonly<Record<Hook, Work[]>>
}

export interface Outcome {
  /** Number of tests that held, by file. */
  readonly passed: Readonly<Record<string, number>>
  readonly failed: readonly { readonly name: string; readonly message: string }[]
}

const blockOf = (name: string): Block => ({
  name,
  parts: [],
  hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
})

/** As in vitest: the options, or the time that a test may take, mean nothing here. */
type Register = (name: string, first: Work | object, second?: Work | number) => void
type Each = (rows: readonly unknown[]) => Register

const workOf = (first: Work | object, second?: Work | number): Work =>
  (typeof first === 'function' ? first : second) as Work

const valuesOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row])

/** Puts tests in order and runs them one after the other. Nothing in it is of any one runtime. */
export class Suite {
  readonly #files: Block[] = []
  #open: Block[] = []

  begin(file: string): void {
    const block = blockOf(file)
    this.#files.push(block)
    this.#open = [block]
  }

  get #block(): Block {
    const block = this.#open.at(-1)
    if (!block) throw new Error('A test outside of every file')
    return block
  }

  readonly it: Register & { each: Each } = Object.assign(
    (name: string, first: Work | object, second?: Work | number) =>
      void this.#block.parts.push({ name, work: workOf(first, second) }),
    {
      each: ((rows) => (name, first, second) => {
        const work = workOf(first, second)
        for (const [place, row] of rows.entries()) this.it(`${name} (${place})`, () => work(...valuesOf(row)))
      }) as Each,
    },
  )

  readonly describe: Register & { each: Each } = Object.assign(
    (name: string, first: Work | object, second?: Work | number) => {
      const block = blockOf(name)
      this.#block.parts.push(block)
      this.#open.push(block)
      workOf(first, second)()
      this.#open.pop()
    },
    {
      each: ((rows) => (name, first, second) => {
        const work = workOf(first, second)
        for (const [place, row] of rows.entries())
          this.describe(`${name} (${place})`, () => work(...valuesOf(row)))
      }) as Each,
    },
  )

  #hook(hook: Hook): (work: Work) => void {
    return (work) => void this.#block.hooks[hook].push(work)
  }
  readonly beforeAll: (work: Work) => void = this.#hook('beforeAll')
  readonly afterAll: (work: Work) => void = this.#hook('afterAll')
  readonly beforeEach: (work: Work) => void = this.#hook('beforeEach')
  readonly afterEach: (work: Work) => void = this.#hook('afterEach')

  async run(): Promise<Outcome> {
    const passed: Record<string, number> = {}
    const failed: { name: string; message: string }[] = []
    const runBlock = async (block: Block, above: readonly Block[]): Promise<void> => {
      const around = [...above, block]
      const [file] = around
      for (const work of block.hooks.beforeAll) await work()
      for (const part of block.parts) {
        if ('parts' in part) {
          await runBlock(part, around)
          continue
        }
        try {
          for (const { hooks } of around) for (const work of hooks.beforeEach) await work()
          await part.work()
          for (const { hooks } of around) for (const work of hooks.afterEach) await work()
          if (file) passed[file.name] = (passed[file.name] ?? 0) + 1
        } catch (error) {
          const name = [...around.map((one) => one.name), part.name].join(' > ')
          failed.push({ name, message: String((error as Error)?.message ?? error).slice(0, 2_000) })
        }
      }
      for (const work of block.hooks.afterAll) await work()
    }
    for (const file of this.#files) await runBlock(file, [])
    return { passed, failed }
  }
}
