import { fileURLToPath } from 'node:url';

/** The folder of this copy of Gatehouse; its path may hold spaces. */
export const root = fileURLToPath(new URL('..', import.meta.url));
