import { build } from 'esbuild'

/** The page as a user's bundler makes it: by the package's name and its exports, for a browser. */
export const bundlePage = async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['test/browser/page.ts'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return {
    code: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs),
    leftOut: Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)),
  }
}
