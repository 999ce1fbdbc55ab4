import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(new URL('../../tools/bench/package.json', import.meta.url))

/**
 * A package of tools/bench. The compiler does not look there, so whoever takes it says what it uses of it.
 *
 * @throws when it is not installed.
 */
export const installed = async <Package>(name: string): Promise<Package> => {
  let path: string
  try {
    path = require.resolve(name)
  } catch {
    throw new Error(`${name} is missing: run \`npm run bench\`, or \`npm install\` in tools/bench`)
  }
  return (await import(pathToFileURL(path).href)) as Package
}
