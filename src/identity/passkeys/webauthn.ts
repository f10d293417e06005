/** The library of the standard (WebAuthn Level 3), loaded when the first passkey is asked for: it is large. */
export const webauthn = () => import('@simplewebauthn/server');
