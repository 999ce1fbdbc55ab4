// npm run simulate: the whole system in one process, under one seeded scheduler.
import { registerHooks } from 'node:module'
import { buildIn } from './breaks/build-in.ts'
import { replaceHost } from './engine/host.ts'
import { help, readOptions } from './options.ts'

const sources = new URL('../../src/', import.meta.url)

// One copy of the library: what names it as its users do is given its sources.
registerHooks({
  resolve: (specifier, context, next) => {
    const name = /^terminal-lifecycle\/(.+)$/.exec(specifier)?.[1]
    return next(name ? new URL(`${name}/index.ts`, sources).href : specifier, context)
  },
})

const options = readOptions(process.argv.slice(2))
if (!options) console.log(help)
else {
  if (options.break !== undefined) buildIn(options.break, sources)
  replaceHost()
  const { play } = await import('./play.ts')
  const { broken } = await play(options)
  process.exitCode = broken.length > 0 ? 1 : 0
}
