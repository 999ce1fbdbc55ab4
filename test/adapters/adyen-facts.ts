import type { OpenApi } from './contracts.ts'
import type { Schema } from './schema-check.ts'

// What the adapter needs of the Management API v3, written down by hand. Where the published contract lies beside the project, a
// test holds this to it.
const text: Schema = { type: 'string' }
const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ content: { 'application/json': { schema: named(name) } } })
const refusals = Object.fromEntries(
  ['400', '401', '403', '422', '500'].map((status) => [status, json('RestServiceError')]),
)
const place = { companyId: text, merchantId: text, storeId: text }
const closed = { type: 'object', additionalProperties: false } as const
const inPath = (name: string) => ({ in: 'path', name, required: true, schema: text })
const inQuery = (name: string, schema: Schema = text) => ({ in: 'query', name, schema })
const page = [inQuery('pageNumber', { type: 'integer' }), inQuery('pageSize', { type: 'integer' })]

export const adyenFacts: OpenApi = {
  servers: [{ url: 'https://management-test.adyen.com/v3' }],
  paths: {
    '/terminals': {
      get: {
        operationId: 'get-terminals',
        parameters: [inQuery('searchQuery'), ...page],
        responses: { 200: json('ListTerminalsResponse'), ...refusals },
      },
    },
    '/terminals/{terminalId}/reassign': {
      post: {
        operationId: 'post-terminals-terminalId-reassign',
        parameters: [inPath('terminalId')],
        requestBody: json('TerminalReassignmentRequest'),
        responses: { 200: {}, ...refusals },
      },
    },
    '/terminals/scheduleActions': {
      post: {
        operationId: 'post-terminals-scheduleActions',
        requestBody: json('ScheduleTerminalActionsRequest'),
        responses: { 200: json('ScheduleTerminalActionsResponse'), ...refusals },
      },
    },
    '/companies/{companyId}/terminalActions': {
      get: {
        operationId: 'get-companies-companyId-terminalActions',
        parameters: [inPath('companyId'), ...page, inQuery('status'), inQuery('type')],
        responses: { 200: json('ListExternalTerminalActionsResponse'), ...refusals },
      },
    },
  },
  components: {
    schemas: {
      ListTerminalsResponse: {
        ...closed,
        properties: {
          data: { type: 'array', items: named('Terminal') },
          itemsTotal: { type: 'integer' },
          pagesTotal: { type: 'integer' },
        },
        required: ['itemsTotal', 'pagesTotal'],
      },
      Terminal: {
        ...closed,
        properties: { id: text, serialNumber: text, model: text, assignment: named('TerminalAssignment') },
      },
      TerminalAssignment: {
        ...closed,
        properties: {
          ...place,
          reassignmentTarget: named('TerminalReassignmentTarget'),
          status: { enum: ['boarded', 'deployed', 'inventory', 'reassignmentInProgress'], type: 'string' },
        },
        required: ['companyId', 'status'],
      },
      TerminalReassignmentTarget: {
        ...closed,
        properties: { ...place, inventory: { type: 'boolean' } },
        required: ['inventory'],
      },
      TerminalReassignmentRequest: { ...closed, properties: { ...place, inventory: { type: 'boolean' } } },
      ScheduleTerminalActionsRequest: {
        ...closed,
        properties: {
          actionDetails: { oneOf: [named('UninstallAndroidAppDetails')] },
          scheduledAt: text,
          terminalIds: { type: 'array', items: text },
        },
      },
      UninstallAndroidAppDetails: {
        ...closed,
        properties: { appId: text, type: { enum: ['UninstallAndroidApp'], type: 'string' } },
      },
      ScheduleTerminalActionsResponse: {
        ...closed,
        properties: {
          items: { type: 'array', items: named('TerminalActionScheduleDetail') },
          totalErrors: { type: 'integer' },
          totalScheduled: { type: 'integer' },
        },
      },
      TerminalActionScheduleDetail: { ...closed, properties: { id: text, terminalId: text } },
      ListExternalTerminalActionsResponse: {
        ...closed,
        properties: { data: { type: 'array', items: named('ExternalTerminalAction') } },
      },
      ExternalTerminalAction: {
        ...closed,
        properties: {
          actionType: text,
          id: text,
          scheduledAt: { format: 'date-time', type: 'string' },
          status: text,
          terminalId: text,
        },
      },
      RestServiceError: {
        ...closed,
        properties: { detail: text, errorCode: text, status: { type: 'integer' }, title: text, type: text },
        required: ['type', 'errorCode', 'title', 'detail', 'status'],
      },
    },
  },
}
