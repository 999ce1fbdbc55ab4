import type { Endpoint } from 'terminal-lifecycle/webhooks'

const { SUBSCRIBER_URL, SUBSCRIBER_KEY } = process.env

/** Who hears what happens to which terminals. REPLACE THIS by those who registered with you; `judgeCallbackUrl` says whose URL will do. */
export const subscribers: readonly Endpoint[] =
  SUBSCRIBER_URL && SUBSCRIBER_KEY
    ? [
        {
          id: 'portal-1',
          url: SUBSCRIBER_URL,
          secrets: [SUBSCRIBER_KEY],
          // It is sent what this reader may see.
          actor: {
            role: 'merchant',
            personId: 'portal-1',
            organisationId: '898440354110001',
            acquirerId: 'acquirer-1',
            duties: [],
          },
        },
      ]
    : []
