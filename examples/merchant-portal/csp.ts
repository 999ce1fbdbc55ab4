/**
 * What the pages may load and do: their own files, and nothing that stands in the page itself. Send it as the header
 * `Content-Security-Policy` with every page; what is built has it as a `meta` element too, which cannot say who may frame it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
