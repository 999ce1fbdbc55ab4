// A file is one idea: 300 lines is the ceiling, and a file over it wants to be two.
import { globSync, readFileSync } from 'node:fs'

const ceiling = 300
const files = globSync(['{src,test,examples,scripts,bench,docs}/**/*.{ts,tsx,cjs}', '*.ts'], {
  exclude: (path) => path.includes('node_modules'),
})
const long = files
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
  .filter(({ lines }) => lines > ceiling)

for (const { file, lines } of long) console.log(`${file}: ${lines} lines, the ceiling is ${ceiling}`)
if (files.length === 0) console.log('no files found: run it from the root of the repository')
process.exitCode = long.length > 0 || files.length === 0 ? 1 : 0
