import type { Route } from '../../platform/http/index.ts';
import { type AppNeeds, appRoutes } from './app.routes.ts';
import { type ChooseNeeds, chooseRoutes, laterRoute } from './choose.routes.ts';
import { codesRoutes } from './codes.routes.ts';
import { type DoneNeeds, doneRoutes } from './done.routes.ts';
import { numberRoutes } from './number.routes.ts';
import { sentRoutes } from './sent.routes.ts';
import { places } from './set-up-step.ts';

/** Setting up a way to get security codes: in a log in that waits for one, and in the account. */
export const setUpFactorRoutes = (needs: AppNeeds & ChooseNeeds & DoneNeeds): Route[] =>
  places.flatMap((place) => [
    ...chooseRoutes(needs, place),
    ...appRoutes(needs, place),
    ...numberRoutes(needs, place),
    ...sentRoutes(needs, place, 'text'),
    ...sentRoutes(needs, place, 'email'),
    ...codesRoutes(needs, place),
    ...(place.in === 'log-in' ? [laterRoute(needs, place), ...doneRoutes(needs, place)] : []),
  ]);
