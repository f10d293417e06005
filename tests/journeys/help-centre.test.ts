import { expect, test } from 'vitest';
import { fillWithArticles } from '../support/help-centre.ts';
import { journeys } from '../support/journeys.ts';
import { enterOn } from '../support/keyboard.ts';
import { runningPortal } from '../support/running-portal.ts';
import { helpCentreJourneys } from './help-centre-journeys.ts';

helpCentreJourneys(true);

const visit = journeys();

test('[C3] by keyboard alone: somebody browses to an article', async () => {
  const the = await runningPortal({ profile: 'clinic' });
  await fillWithArticles(the);
  const visitor = await visit(the);
  await visitor.open('/help');
  await enterOn(visitor, 'Logging in');
  await enterOn(visitor, 'My account is locked');
  expect(await visitor.heading()).toBe('My account is locked');
});
