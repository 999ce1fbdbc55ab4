import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Chinese letters for machines without any: `npm install @fontsource-variable/noto-sans-sc` here, and pages load them. */
export const fontFolder = join(import.meta.dirname, 'node_modules', '@fontsource-variable', 'noto-sans-sc')
export const fontsAddress = existsSync(join(fontFolder, 'index.css')) ? '/console/fonts/index.css' : undefined
