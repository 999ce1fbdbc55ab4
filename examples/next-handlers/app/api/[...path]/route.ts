// Every operation of the contract: GET /api/terminals/…, POST /api/documents, PUT /api/documents/…/content
import { house } from '../../../lib/house.ts'

// Reads are of this moment; node:sqlite is there in Node alone.
export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const answer = (request: Request): Promise<Response> => house().portal(request)

export { answer as GET, answer as POST, answer as PUT }
