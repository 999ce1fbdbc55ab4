import { registerHooks } from 'node:module'
import { breaks } from './breaks.ts'

/** From now on the library is loaded with this fault in it. @throws Error where its place is not there any more. */
export function buildIn(name: string, sources: URL): void {
  const { file, find, put } = breaks[name] ?? {}
  if (file === undefined || find === undefined || put === undefined)
    throw new Error(`No fault is called ${name}`)
  const { href } = new URL(file, sources)
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (url !== href) return loaded
      const source =
        typeof loaded.source === 'string'
          ? loaded.source
          : new TextDecoder().decode(loaded.source as Uint8Array)
      if (!source.includes(find)) throw new Error(`${name}: ${file} does not say this any more`)
      return { ...loaded, source: source.replace(find, () => put) }
    },
  })
}
