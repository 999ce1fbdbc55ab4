// The last step of the build: declarations to which no door of the package leads are read by nobody, and go. They are
// half of what tsc writes.
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const { exports: doors } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { types?: string }>
}

const read = new Set<string>()
const follow = (file: string): void => {
  if (read.has(file)) return
  if (!existsSync(file)) throw new Error(`${file} is imported, and not there`)
  read.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(
    /(?:from |import |import\()(['"])(\.{1,2}\/[^'"]+)\.js\1/g,
  )
  for (const [, , path = ''] of imports) follow(resolve(dirname(file), `${path}.d.ts`))
}

for (const { types } of Object.values(doors)) if (types) follow(resolve(types))
for (const file of globSync('dist/**/*.d.ts')) if (!read.has(resolve(file))) rmSync(file)
