import type { FastifyRequest } from 'fastify';
import { loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { filledForm, keptForm, readPosted, show, withError } from '../../ui/index.ts';
import { type AskForCorrectionNeeds, askForCorrection } from './ask-for-correction.ts';
import { correctDataForm } from './correct-data.form.ts';
import { correctAddress, correctDataPage, correctionSentPage } from './correct-data.page.tsx';
import { correctDataWords } from './correct-data.words.ts';

const mine = { policy: loggedIn, supportAccess: 'never', address: correctAddress } as const;

type CorrectDataNeeds = AskForCorrectionNeeds & { settings: Pick<Settings, 'organisations' | 'service'> };

export const correctDataRoutes = (needs: CorrectDataNeeds): Route[] => [
  route({ ...mine, method: 'GET' }, async (request, reply) =>
    show(reply, correctDataPage(keptForm(request), needs.settings, wordsOf(request))),
  ),
  route({ ...mine, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const words = wordsOf(request);
    const form = readPosted(correctDataForm(words), request);
    if (!form.valid) return show(reply, correctDataPage(form, needs.settings, words), 422);
    const result = await askForCorrection(needs, request.actor, form.values.text);
    if (result.outcome === 'asked') return show(reply, correctionSentPage(result.reference, words));
    const again = withError(filledForm(form.values), 'text', words.enough);
    return show(reply, correctDataPage(again, needs.settings, words), 422);
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(correctDataWords, request.language);
