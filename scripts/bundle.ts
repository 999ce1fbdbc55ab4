import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly peerDependencies: Readonly<Record<string, string>>
}

/** A program as somebody bundles it for a browser, without the packages that it brings itself. */
export async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: [...Object.keys(peerDependencies), 'node:*'],
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const imported = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  const foreign = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))
  return {
    minified: code.byteLength,
    gzip: gzipSync(code, { level: 9 }).byteLength,
    imported: [...new Set([...imported, ...foreign])],
  }
}
