import { join } from 'node:path'
import { build } from 'esbuild'
import type { Handle } from '../../test/browser/portal-site.ts'

const packages = join(import.meta.dirname, '../../tools/portal/node_modules')

/** The least that a page with React can be: it asks for what it shows, shows it, and answers to a press. */
const source = `
import { createElement as h, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const App = () => {
  const [items, setItems] = useState()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => void fetch('/v1/terminals').then((answer) => answer.json()).then(({ items }) => setItems(items)), [])
  return h('main', null,
    h('h1', null, 'Which terminal needs me?'),
    h('button', { onClick: () => setOpen(!isOpen) }, 'More'),
    h('input', { 'aria-label': 'Field' }),
    isOpen && h('p', null, 'Here is more.'),
    items && h('ul', null, items.map(({ id, text }) => h('li', { key: id }, text))))
}
createRoot(document.getElementById('root')).render(h(App))
`

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bare</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/bare.js"></script></html>`

const items = Array.from({ length: 6 }, (_, at) => ({
  id: `life-${at}`,
  text: `1000000${at} Blue Kettle Teahouse is closing. The device is not back. Return it, or report it lost.`,
}))

/** The bare page with the React of the portal, as files and the one answer that it asks for. */
export const barePage = async (): Promise<{
  readonly files: Readonly<Record<string, string>>
  readonly handle: Handle
}> => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: packages },
    nodePaths: [packages],
    ...{ bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2023', write: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return {
    files: { 'index.html': page, 'bare.js': outputFiles[0]?.text ?? '' },
    handle: async () => Response.json({ items, nextCursor: null }),
  }
}
