import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const packed = 'tools/chromium/node_modules/@sparticuz/chromium/bin/chromium.br'
const unpacked = packed.replace(/\.br$/, '')

/** Unpacked beside the package, so that another version brings its own; whole or not at all, so that two runs may meet. */
const unpack = async (): Promise<string> => {
  if (existsSync(unpacked)) return unpacked
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The Chromium of the npm package is for Linux on x64: set CHROME_PATH to another one.')
  if (!existsSync(packed)) throw new Error('Chromium is not installed: use `npm run test:browser`.')
  const own = `${unpacked}.${randomUUID()}`
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(own, { mode: 0o755 }))
  await rename(own, unpacked)
  return unpacked
}

/**
 * CHROME_PATH if it is set. Nothing here loosens the rules of the web; without the sandbox it also starts as root. A busy machine
 * makes its pages slow, never a test red.
 */
export const launch = async (): Promise<Browser> => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH || (await unpack()),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  return browser.on('context', (context) => context.setDefaultTimeout(300_000))
}
