import type { FastifyHelmetOptions } from '@fastify/helmet';

const never: string[] = ["'none'"];
const own = ["'self'"];

/** Strict by default: nothing from elsewhere, nothing inline but scripts that carry this answer's nonce. */
export const securityHeaders = (production: boolean): FastifyHelmetOptions => ({
  enableCSPNonces: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: never,
      baseUri: never,
      connectSrc: own,
      fontSrc: own,
      formAction: own,
      frameAncestors: never,
      frameSrc: own,
      imgSrc: [...own, 'data:'],
      objectSrc: never,
      scriptSrc: [(_request, response) => `'nonce-${(response as { nonce?: string }).nonce}'`],
      styleSrc: own,
      ...(production ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  crossOriginEmbedderPolicy: false,
  hsts: production ? { maxAge: 63_072_000, includeSubDomains: false } : false,
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
});
