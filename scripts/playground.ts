// node scripts/playground.ts --out DIR: the playground as a folder of static files that any server may show, in whatever
// place, because its addresses are relative. It is made of the built package, as a user's bundler would make it.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs/playground/dist' } } })
const { out } = values
const source = fileURLToPath(new URL('../docs/playground', import.meta.url))

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await build({
  entryPoints: { playground: `${source}/main.ts`, styles: `${source}/playground.css` },
  outdir: out,
  entryNames: '[name]',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: ['es2023', 'chrome123', 'firefox120', 'safari17.5'],
  legalComments: 'none',
  logLevel: 'warning',
})
for (const file of ['index.html', 'icon.svg']) cpSync(`${source}/${file}`, `${out}/${file}`)
console.log(`The playground is in ${out}: any static server will show it.`)
