import type { FastifyReply } from 'fastify';
import { findTextState } from '../../notifications/index.ts';
import type { Route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, readPosted, show, withError } from '../../ui/index.ts';
import { type SendCodeNeeds, type SendCodeOutcome, sendCode } from '../second-factors/send-code.ts';
import { findResendAt } from '../second-factors/sending-limits.ts';
import { findLastSent } from '../second-factors/sent-code.store.ts';
import { answerAdded, answerClosed, answerNotHeld, startAgain, wordsOf } from './answers.ts';
import { type BeginSetUpNeeds, beginSetUp, type Wanted } from './begin-set-up.ts';
import { type ConfirmSetUpNeeds, confirmSetUp } from './confirm-set-up.ts';
import { sentPage } from './sent.page.tsx';
import { findSetUp, type SetUp } from './set-up.store.ts';
import { codeForm } from './set-up-factor.form.ts';
import { type Place, type SetUpStep, setUpRoute } from './set-up-step.ts';

export type SentNeeds = ConfirmSetUpNeeds & BeginSetUpNeeds & SendCodeNeeds & { settings: Settings };

type SentKind = 'text' | 'email';

/** The code that was sent there. */
export const sentRoutes = (needs: SentNeeds, place: Place, kind: SentKind): Route[] => [
  setUpRoute(needs, place, { method: 'GET', path: `/${kind}/code` }, async (step) => {
    const setUp = await find(needs, step, kind);
    return setUp ? showSent(needs, step, setUp, emptyForm) : startAgain(step);
  }),
  setUpRoute(
    needs,
    place,
    { method: 'POST', path: `/${kind}/code`, staleForm: 'shown-again' },
    async (step) => {
      const setUp = await find(needs, step, kind);
      if (!setUp) return startAgain(step);
      const { code: words } = wordsOf(step);
      const form = readPosted(codeForm(words), step.request);
      if (!form.valid) return showSent(needs, step, setUp, form, 422);
      if (form.values.setUp !== setUp.id) return startAgain(step);
      const { clientNetwork } = step.request;
      const typed = { kind, setUp: setUp.id, code: form.values.code, name: '', clientNetwork };
      const result = await confirmSetUp(needs, step.asker, typed);
      if (result.outcome === 'closed') return answerClosed(needs, step, result.closure);
      if (result.outcome !== 'wrong') return answerAdded(needs, step, kind, result);
      return showSent(needs, step, setUp, withError(emptyForm, 'code', words.wrong), 422, result.left);
    },
  ),
  setUpRoute(
    needs,
    place,
    { method: 'POST', path: `/${kind}/again`, formOn: `/${kind}/code`, staleForm: 'shown-again' },
    async (step) => {
      const setUp = await find(needs, step, kind);
      if (!setUp) return startAgain(step);
      if (!step.request.formIsFresh) return step.reply.redirect(step.to(`/${kind}/code`), 303);
      return answerSent(needs, step, setUp, await send(needs, step, setUp));
    },
  ),
];

export async function beginAndSend(
  needs: SentNeeds,
  step: SetUpStep,
  wanted: Wanted & { kind: SentKind },
): Promise<FastifyReply> {
  const begun = await beginSetUp(needs, step.asker, wanted);
  if (begun.outcome !== 'begun') return answerNotHeld(needs, step, begun);
  const sent = await send(needs, step, begun.setUp);
  // One was sent there a moment ago, and still works.
  if (sent.outcome === 'too-soon') return step.reply.redirect(step.to(`/${wanted.kind}/code`), 303);
  return answerSent(needs, step, { ...begun.setUp, kind: wanted.kind }, sent);
}

const send = (
  needs: SentNeeds,
  { asker }: SetUpStep,
  { id, phoneDialled }: SetUp,
): Promise<SendCodeOutcome> => {
  const { accountId, realm, deviceId, boundTo } = asker;
  const to = phoneDialled ? { number: phoneDialled } : ('email' as const);
  return sendCode(needs, { accountId, realm, deviceId, boundTo, target: id, to, isSetUp: true });
};

function answerSent(
  needs: SentNeeds,
  step: SetUpStep,
  setUp: SetUp & { kind: SentKind },
  result: SendCodeOutcome,
) {
  const words = wordsOf(step);
  const refused = (message: string) => showSent(needs, step, setUp, withError(emptyForm, '', message), 429);
  switch (result.outcome) {
    case 'sent':
      return step.reply.redirect(step.to(`/${setUp.kind}/code`), 303);
    case 'too-soon':
      return refused(words.sent.wait(needs.clock.now(), result.resendAt));
    case 'limit-reached':
      return refused(words.number.limit(result.until, needs.settings.service.timeZone));
    case 'closed':
      return answerClosed(needs, step, result.closure);
  }
}

async function find({ database, clock }: SentNeeds, { asker: { boundTo } }: SetUpStep, kind: SentKind) {
  const setUp = await findSetUp(database, { boundTo, kind, now: clock.now() });
  return setUp && { ...setUp, kind };
}

async function showSent(
  needs: SentNeeds,
  step: SetUpStep,
  setUp: SetUp & { kind: SentKind },
  form: FormState,
  status = 200,
  left?: number,
) {
  const { settings, clock, database } = needs;
  const resendAt = await findResendAt(needs, database, setUp.id);
  const sent = await findLastSent(database, { boundTo: step.asker.boundTo, target: setUp.id });
  const text = sent && (await findTextState(database, sent.messageId));
  const shown = { form, step, setUp, settings, resendAt, text, now: clock.now() };
  const page = sentPage({ ...shown, ...(left !== undefined && { left }) }, wordsOf(step));
  return show(step.reply, page, status);
}
