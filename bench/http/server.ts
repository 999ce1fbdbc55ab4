/** Answers each request of the HTTP rows at once; a process of its own, so that what it costs counts for nobody. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { samples } from '../../test/contract/samples.ts'

const bodies: Readonly<Record<string, string>> = {
  GET: JSON.stringify(samples.getTerminal.answer),
  POST: JSON.stringify(samples.payOut.answer),
}

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const body = bodies[request.method ?? ''] ?? '{}'
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
