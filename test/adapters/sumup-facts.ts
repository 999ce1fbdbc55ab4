import type { OpenApi } from './contracts.ts'
import type { Schema } from './schema-check.ts'

// What the adapter needs of the reader paths, written down by hand. Where the published contract lies beside the project, a test
// holds this to it.
const text: Schema = { type: 'string' }
const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const problem = { content: { 'application/problem+json': { schema: named('Problem') } } }
const inPath = (name: string, schema: Schema = text) => ({ in: 'path', name, required: true, schema })
const merchant = inPath('merchant_code')

export const sumupFacts: OpenApi = {
  servers: [{ url: 'https://api.sumup.com' }],
  paths: {
    '/v0.1/merchants/{merchant_code}/readers': {
      get: {
        operationId: 'ListReaders',
        parameters: [merchant],
        responses: {
          200: json({
            type: 'object',
            properties: { items: { type: 'array', items: named('Reader') } },
            required: ['items'],
          }),
          401: problem,
        },
      },
      post: {
        operationId: 'CreateReader',
        parameters: [merchant],
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            properties: { pairing_code: named('ReaderPairingCode'), name: named('ReaderName') },
            required: ['pairing_code', 'name'],
          }),
        },
        responses: { 201: json(named('Reader')), 400: problem, 404: problem, 409: problem },
      },
    },
    '/v0.1/merchants/{merchant_code}/readers/{reader_id}': {
      delete: {
        operationId: 'DeleteReader',
        parameters: [merchant, inPath('reader_id', named('ReaderID'))],
        responses: { 200: {}, 404: problem },
      },
    },
  },
  components: {
    schemas: {
      Reader: {
        type: 'object',
        properties: {
          id: named('ReaderID'),
          name: named('ReaderName'),
          status: named('ReaderStatus'),
          device: named('ReaderDevice'),
          created_at: { type: 'string', format: 'date-time' },
          updated_at: { type: 'string', format: 'date-time' },
        },
        required: ['id', 'name', 'status', 'device', 'created_at', 'updated_at'],
      },
      ReaderID: { type: 'string', minLength: 30, maxLength: 30 },
      ReaderName: { type: 'string', maxLength: 500 },
      ReaderStatus: { type: 'string', enum: ['unknown', 'processing', 'paired', 'expired'] },
      ReaderDevice: {
        type: 'object',
        properties: { identifier: text, model: { type: 'string', enum: ['solo', 'virtual-solo'] } },
        required: ['identifier', 'model'],
      },
      ReaderPairingCode: { type: 'string', minLength: 8, maxLength: 9 },
      Problem: {
        type: 'object',
        properties: {
          type: { type: 'string', format: 'uri' },
          title: text,
          status: { type: 'integer' },
          detail: text,
        },
        required: ['type'],
      },
    },
  },
}
