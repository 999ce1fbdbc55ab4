/** Answers every request of a method and path with the same JSON, as told by the process that started it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

process.once('message', (answers: Readonly<Record<string, unknown>>) => {
  const texts = new Map(Object.entries(answers).map(([route, answer]) => [route, JSON.stringify(answer)]))
  const server = createServer((request, response) => {
    // The whole request is read first, as anybody would who answers it.
    request.resume().on('end', () => {
      const text = texts.get(`${request.method} ${request.url?.split('?')[0]}`)
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'application/json' })
      response.end(text ?? '{}')
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.once('disconnect', () => process.exit())
