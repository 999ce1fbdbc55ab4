// What a consumer's compiler has to do for the package, as instantiations of types: a program that uses it, beside one that uses
// xstate, zod and ky in the same way. The number is the same on every machine, other than seconds.
import ts from 'typescript'

const ceiling = 1

const packages = `
  import ky from 'ky'
  import { assign, createActor, setup } from 'xstate'
  import * as z from 'zod'
  const Form = z.strictObject({ name: z.string().min(1), kind: z.enum(['a', 'b']), count: z.int().optional() })
  export const form: z.output<typeof Form> = Form.parse(await ky.get('https://acquirer.example').json())
  export const checked = Form.safeParse({})
  const machine = setup({
    types: { context: {} as { count: number }, events: {} as { type: 'counted'; by: number } },
    actions: { count: assign({ count: ({ context }) => context.count + 1 }) },
  }).createMachine({
    context: { count: 0 },
    initial: 'open',
    states: { open: { on: { counted: { target: 'done', actions: 'count' } } }, done: { tags: 'ended' } },
  })
  const actor = createActor(machine)
  actor.send({ type: 'counted', by: 1 })
  export const ended = actor.getSnapshot().hasTag('ended')`

const own = `
  import * as own from 'terminal-lifecycle'
  import { createRuntime, type Dispatch, type RuntimeOptions } from 'terminal-lifecycle/runtime'
  import { createActor } from 'xstate'
  declare const options: { client: own.AcquirerClientOptions; input: own.LifecycleContext; runtime: RuntimeOptions }
  declare const command: own.Command
  export const form = own.parseForm(own.ClosureRequest, {})
  export const event = own.LifecycleEvent.parse({})
  export const client = own.createAcquirerClient(options.client)
  export const life = own.createLifecycle()
  export const answer = life.step(own.openRecord({} as own.LifecycleInput, { at: '' }), command)
  export const runtime = createRuntime(options.runtime)
  export const dispatched = await runtime.dispatch({ lifecycleId: '' } as Dispatch)
  const actor = createActor(own.terminalLifecycleMachine, { input: options.input })
  actor.send({ type: 'keys.removed' } as never)
  export const ended = actor.getSnapshot().hasTag('ended')
  export const text = own.textOf('order', 'payOut', 'en')`

const instantiations = (name: string, code: string): number => {
  const path = `${process.cwd()}/${name}.ts`
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (file) => file === path || fileExists(file)
  host.getSourceFile = (file, settings, ...rest) =>
    file === path ? ts.createSourceFile(file, code, settings) : getSourceFile(file, settings, ...rest)
  const program = ts.createProgram([path], options, host)
  const source = program.getSourceFile(path)
  const wrong = [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(source)]
  if (wrong.length > 0) throw new Error(ts.formatDiagnostics(wrong, host))
  return program.getInstantiationCount()
}

const [reference, ours] = [instantiations('packages', packages), instantiations('own', own)]
const ratio = ours / reference
console.log(`a consumer's compiler: ${ours} instantiations, the packages alone ${reference}`)
console.log(`ratio ${ratio.toFixed(2)}, ceiling ${ceiling.toFixed(2)}`)
process.exitCode = ratio > ceiling ? 1 : 0
