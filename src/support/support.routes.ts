import type { Route } from '../platform/http/index.ts';

/** Every address of the desk. */
export const supportRoutes = (_needs: object): Route[] => [];
