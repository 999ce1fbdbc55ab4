// Serves the routes of the example for Next.js by their paths, as Next.js would.
import { listen } from 'terminal-lifecycle/server/node'
import * as api from './app/api/[...path]/route.ts'
import * as readyz from './app/readyz/route.ts'
import * as terminals from './app/terminals/route.ts'
import * as webhooks from './app/webhooks/route.ts'
import { register } from './instrumentation.ts'

const routes = { api, readyz, terminals, webhooks }
await register()
const { url } = await listen((request) => {
  const { pathname } = new URL(request.url)
  const answer = routes[pathname.split('/')[1]]?.[request.method]
  return answer ? answer(request) : new Response(null, { status: 405 })
})
console.log(url)
