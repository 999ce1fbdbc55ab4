export { signWebhook, type UnsignedWebhook, type WebhookHeaders } from './sign.ts'
