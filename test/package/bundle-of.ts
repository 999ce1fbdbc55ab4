import { build } from 'esbuild'

/** What a bundler makes of a program of a user; packages of others stay outside. */
export const bundleOf = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    packages: 'external',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
