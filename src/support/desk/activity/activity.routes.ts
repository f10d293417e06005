import { ask } from '../../../kernel/policy.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { filledForm, show, withError } from '../../../ui/index.ts';
import { administrator } from '../../policy.ts';
import { activityAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { eventsWords } from '../events.words.ts';
import { activityPage } from './activity.page.tsx';
import { activityWords } from './activity.words.ts';
import { type ActivityQuestion, type SearchActivityNeeds, searchActivity } from './search-activity.ts';

const desk = { policy: administrator, supportAccess: 'never', realm: 'support' } as const;

export const activityRoutes = (needs: SearchActivityNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: activityAddress }, async (request, reply) => {
    ask(administrator, request.actor, undefined);
    const { before, ...typed } = questionIn(request.query);
    const words = wordsOf(request.language);
    const result = await searchActivity(needs, request.actor, { before, ...typed });
    const problems = result.outcome === 'problems' ? result.problems : [];
    const form = problems.reduce(
      (state, field) => withError(state, field, words.activity.problems[field]),
      filledForm(typed),
    );
    const { timeZone } = needs.settings.service;
    const page = activityPage({ form, result, isOlder: before !== undefined, timeZone }, words);
    return show(reply, page, problems.length > 0 ? 422 : 200);
  }),
];

function questionIn(query: unknown): ActivityQuestion {
  const given = query as Record<string, unknown>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].trim().slice(0, 200) : '');
  const before = Math.trunc(Number(text('before')));
  return {
    action: text('action'),
    person: text('person'),
    organisation: text('organisation'),
    from: text('from'),
    to: text('to'),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}

const wordsOf = (language: Language) => ({
  activity: wordsIn(activityWords, language),
  desk: wordsIn(deskWords, language),
  events: wordsIn(eventsWords, language),
});
