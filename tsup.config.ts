import { globSync } from 'node:fs'
import { defineConfig } from 'tsup'

const doors = globSync([
  'src/index.ts',
  'src/*/index.ts',
  'src/*/{sqlite,postgres,restate,node}.ts',
  'src/testing/{msw,arbitraries}.ts',
]).sort()
/** By name, in one order, which a list loses: what shared files are called depends on it, and the same sources give the same package. */
const entry = Object.fromEntries(doors.map((door) => [door.replace(/^src\/|\.ts$/g, ''), door]))

/**
 * The files for Node, which pays for each file that it opens: one for each subpath, and what subpaths share stands in
 * shared files once, so that a process has one copy of everything. Bundlers take the modules that tsc writes beside the
 * declarations (tsconfig.build.json): only from separate modules can they leave out what a program does not use.
 * `exports` in package.json tells them apart by the condition `module`, which bundlers set and no runtime does, and by
 * `workerd`, for workers that are bundled without it.
 */
export default defineConfig({
  entry,
  format: ['esm'],
  outDir: 'dist/node',
  // All of dist, else what has left the sources would stay.
  clean: ['../**'],
  silent: true,
  splitting: true,
  target: 'es2022',
  platform: 'neutral',
  // Declarations come from tsc: ten times faster, and one file per source file.
  dts: false,
  // Else `node:sqlite` becomes `sqlite`, the build succeeds and the package dies on import.
  removeNodeProtocol: false,
  external: [/^node:/],
})
