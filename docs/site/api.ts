import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { descriptionOf, titleOf, withoutTitle } from './markdown.ts'
import type { Page } from './page.ts'

const options = {
  readme: 'none',
  disableSources: 'true',
  hidePageHeader: 'true',
  hideBreadcrumbs: 'true',
  useCodeBlocks: 'true',
  expandParameters: 'true',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  propertyMembersFormat: 'table',
  entryFileName: 'index',
  indexFormat: 'table',
}

/** TypeDoc writes a page for each exported name of each subpath; whatever it warns of fails the build. */
export const writeApi = (root: string, folder: string): void => {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  // Named here, plugins take the place of those in typedoc.json.
  const plugins = [
    './docs/site/shared-words.ts',
    './tools/docs/node_modules/typedoc-plugin-markdown/dist/index.js',
  ].flatMap((plugin) => ['--plugin', plugin])
  const program = join(root, 'node_modules/typedoc/bin/typedoc')
  execFileSync(process.execPath, [program, ...plugins, '--out', folder, '--logLevel', 'Warn', ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
}

const kinds = /^(Class|Function|Interface|Type Alias|Variable|Enumeration): /

const words = {
  title: 'API',
  description: 'Every exported name of every subpath of the package, with its types, from the sources.',
}

const door = 'terminal-lifecycle'

/** `runtime/functions/createRuntime` is an export; `runtime` and `runtime/sqlite` are subpaths. */
const subpathOf = (path: string): string =>
  path.replace(/\/?(classes|functions|interfaces|type-aliases|variables)\/[^/]+$/, '')
const importOf = (subpath: string): string => (subpath === door ? door : `terminal-lifecycle/${subpath}`)

/** One heading for all that may be thrown, each in a line that begins with the name of the error. */
const withThrows = (text: string): string =>
  text.replaceAll(/(?:^#{2,6} Throws\n\n(?:(?!#|```)[\s\S])*?(?=^#|(?![\s\S])))+/gm, (found) => {
    const [heading = ''] = found.split('\n')
    const rows = found
      .split(/^#{2,6} Throws\n\n/m)
      .slice(1)
      .map(
        (row) =>
          `- ${row
            .trim()
            .replaceAll('\n', '\n  ')
            .replace(/^(\w*Error)\b/, '`$1`')}`,
      )
    return `${heading}\n\n${rows.join('\n')}\n\n`
  })

const pageOf = (folder: string, file: string): Page => {
  const text = readFileSync(join(folder, file), 'utf8')
  // The door of the package is called `index` by TypeDoc, which in an address means the folder itself.
  const path = file.replace(/(^|\/)index\.md$|\.md$/, '').replace(/^index(?=\/|$)/, door)
  const isIndex = file.endsWith('/index.md')
  const subpath = isIndex ? path : subpathOf(path)
  const name = isIndex ? importOf(subpath) : titleOf(text).replace(kinds, '')
  const up = isIndex ? '' : `[${importOf(subpath)}](/api/${subpath})\n\n`
  const said = descriptionOf(withoutCode(text))
  return {
    path: path === '' ? 'api' : `api/${path}`,
    locale: 'en',
    title: path === '' ? words.title : name,
    label: isIndex ? importOf(subpath).replace(`${door}/`, '…/') : name,
    description: path === '' ? words.description : said || `${name} of ${importOf(subpath)}`,
    body: `${up}${withThrows(withoutTitle(text))}`,
    source: `api/${file}`,
  }
}

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '')

export const apiPages = (folder: string): readonly Page[] =>
  globSync('**/*.md', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => pageOf(folder, file))
