import * as z from 'zod'
import { firstLocale, loadLanguage } from './words/language.ts'

// Before any schema is made: under the policy of the page nothing makes code of text, nor tries whether it may.
z.config({ jitless: true })

// Both are on their way at once: on a slow network one after the other would cost a second.
const language = loadLanguage(firstLocale())
const { start } = await import('./start.tsx')
await start(await language)
