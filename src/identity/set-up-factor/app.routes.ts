import type { FastifyReply } from 'fastify';
import type { Route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, readPosted, show, withError } from '../../ui/index.ts';
import { authenticatorUri, typedKey } from '../second-factors/authenticator.ts';
import { answerAdded, answerClosed, startAgain, wordsOf } from './answers.ts';
import { appPage } from './app.page.tsx';
import { secretOf } from './begin-set-up.ts';
import { type ConfirmSetUpNeeds, confirmSetUp } from './confirm-set-up.ts';
import { findSetUp, type SetUp } from './set-up.store.ts';
import { codeForm } from './set-up-factor.form.ts';
import { type Place, type SetUpStep, setUpRoute } from './set-up-step.ts';

export type AppNeeds = ConfirmSetUpNeeds & { settings: Settings };

const kind = 'authenticator';

/** An app: its key is shown until a code of it was given, and never again. */
export const appRoutes = (needs: AppNeeds, place: Place): Route[] => [
  setUpRoute(needs, place, { method: 'GET', path: '/app' }, async (step) => {
    const setUp = await find(needs, step);
    return setUp ? showApp(needs, step, setUp, emptyForm) : startAgain(step);
  }),
  setUpRoute(needs, place, { method: 'POST', path: '/app', staleForm: 'shown-again' }, async (step) => {
    const setUp = await find(needs, step);
    if (!setUp) return startAgain(step);
    const words = wordsOf(step);
    const form = readPosted(codeForm(words.code), step.request);
    if (!form.valid) return showApp(needs, step, setUp, form, 422);
    if (form.values.setUp !== setUp.id) return startAgain(step);
    const { clientNetwork } = step.request;
    const { code } = form.values;
    const name = words.app.name[deviceOf(step)];
    const result = await confirmSetUp(needs, step.asker, {
      kind,
      setUp: setUp.id,
      code,
      name,
      clientNetwork,
    });
    if (result.outcome === 'closed') return answerClosed(needs, step, result.closure);
    if (result.outcome !== 'wrong') return answerAdded(needs, step, kind, result);
    const wrong = withError(emptyForm, 'code', words.code.wrong);
    return showApp(needs, step, setUp, wrong, 422, result.left);
  }),
];

const find = ({ database, clock }: AppNeeds, { asker: { boundTo } }: SetUpStep) =>
  findSetUp(database, { boundTo, kind, now: clock.now() });

const deviceOf = ({ request: { body, query } }: SetUpStep): 'phone' | 'computer' =>
  ((body ?? query) as { on?: unknown } | undefined)?.on === 'computer' ? 'computer' : 'phone';

function showApp(
  needs: AppNeeds,
  step: SetUpStep,
  setUp: SetUp,
  form: FormState,
  status = 200,
  left?: number,
): FastifyReply {
  const secret = secretOf(needs, setUp);
  const uri = authenticatorUri(secret, { issuer: needs.settings.service.name, label: step.asker.email });
  const shown = { form, step, setUp, on: deviceOf(step), typedKey: typedKey(secret), uri };
  const page = appPage({ ...shown, ...(left !== undefined && { left }) }, wordsOf(step));
  return show(step.reply, page, status);
}
