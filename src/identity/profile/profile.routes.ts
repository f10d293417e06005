import { NotFound } from '../../kernel/endings.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { profilePage } from './profile.page.tsx';
import { findProfile } from './profile.store.ts';
import { profileWords } from './profile.words.ts';

interface ProfileNeeds {
  database: Database;
  settings: Settings;
}

/** A person's own page; the first thing seen after log in. */
export const profileRoutes = ({ database, settings }: ProfileNeeds): Route[] => [
  route(
    { method: 'GET', address: '/account', policy: loggedIn, supportAccess: 'read' },
    async (request, reply) => {
      ask(loggedIn, request.actor, undefined);
      const { subject } = request.actor;
      const profile = await findProfile(database, subject);
      if (!profile) throw new NotFound('account');
      const { timeZone } = settings.service;
      const { registration } = settings.organisations;
      return show(
        reply,
        profilePage({ profile, timeZone, registration }, wordsIn(profileWords, request.language)),
      );
    },
  ),
];
