import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/*/index.ts', 'src/*/{sqlite,node}.ts', 'src/testing/{msw,arbitraries}.ts'],
  format: ['esm'],
  outDir: 'dist',
  clean: true,
  silent: true,
  splitting: true,
  sourcemap: true,
  target: 'es2022',
  platform: 'neutral',
  // Declarations come from tsc (tsconfig.build.json): ten times faster, and one file per source file.
  dts: false,
  // Else `node:sqlite` becomes `sqlite`, the build succeeds and the package dies on import.
  removeNodeProtocol: false,
  external: [/^node:/],
})
