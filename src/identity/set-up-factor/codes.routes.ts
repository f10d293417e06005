import type { Route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, readPosted, show } from '../../ui/index.ts';
import { answerAdded, startAgain, wordsOf } from './answers.ts';
import { codesOf } from './begin-set-up.ts';
import { codesPage } from './codes.page.tsx';
import { type ConfirmSetUpNeeds, keepRecoveryCodes } from './confirm-set-up.ts';
import { findSetUp, type SetUp } from './set-up.store.ts';
import { savedForm } from './set-up-factor.form.ts';
import { type Place, type SetUpStep, setUpRoute } from './set-up-step.ts';

export type CodesNeeds = ConfirmSetUpNeeds & { settings: Settings };

const kind = 'recovery-codes';
const fileName = 'codes.txt';

/** Recovery codes: made once, shown until their owner says that they are kept, and never again. */
export const codesRoutes = (needs: CodesNeeds, place: Place): Route[] => [
  setUpRoute(needs, place, { method: 'GET', path: '/codes' }, async (step) => {
    const setUp = await find(needs, step);
    return setUp ? showCodes(needs, step, setUp, emptyForm) : startAgain(step);
  }),
  setUpRoute(needs, place, { method: 'POST', path: '/codes', staleForm: 'shown-again' }, async (step) => {
    const setUp = await find(needs, step);
    if (!setUp) return startAgain(step);
    const form = readPosted(savedForm(wordsOf(step).codes), step.request);
    if (!form.valid) return showCodes(needs, step, setUp, form, 422);
    if (form.values.setUp !== setUp.id) return startAgain(step);
    return answerAdded(needs, step, kind, await keepRecoveryCodes(needs, step.asker, setUp.id));
  }),
  setUpRoute(
    needs,
    place,
    { method: 'POST', path: '/codes/file', formOn: '/codes', staleForm: 'shown-again' },
    async (step) => {
      const setUp = await find(needs, step);
      if (!setUp) return startAgain(step);
      if (!step.request.formIsFresh) return step.reply.redirect(step.to('/codes'), 303);
      return step.reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(fileOf(needs, step, setUp));
    },
  ),
];

const find = ({ database, clock }: CodesNeeds, { asker: { boundTo } }: SetUpStep) =>
  findSetUp(database, { boundTo, kind, now: clock.now() });

function fileOf(needs: CodesNeeds, step: SetUpStep, setUp: SetUp): string {
  const { codes: words } = wordsOf(step);
  const lines = [
    words.fileHeading(needs.settings.service.name),
    words.fileText,
    '',
    ...codesOf(needs, setUp),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function showCodes(needs: CodesNeeds, step: SetUpStep, setUp: SetUp, form: FormState, status = 200) {
  const codes = codesOf(needs, setUp);
  const props = { form, step, setUp, codes, serviceName: needs.settings.service.name };
  return show(step.reply, codesPage(props, wordsOf(step)), status);
}
