// A step of the build. tsc writes `.ts` endings into declarations, which only TypeScript itself can follow;
// `.js` is what every tool understands, and what lies there.
import { globSync, readFileSync, writeFileSync } from 'node:fs'

for (const file of globSync('dist/**/*.d.ts')) {
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replaceAll(/((?:from|import) |import\()(['"])(\.{1,2}\/[^'"]+)\.ts\2/g, '$1$2$3.js$2'),
  )
}
