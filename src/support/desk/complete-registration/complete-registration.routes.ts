import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { type FormState, filledForm, keptForm, readPosted, show, withError } from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { deskStaff } from '../../policy.ts';
import type { Requester } from '../../tickets/requester.store.ts';
import { subjectOf, type Ticket } from '../../tickets/ticket.ts';
import { referenceOf } from '../tickets/ticket-route.ts';
import { completeRegistrationForm } from './complete-registration.form.ts';
import { becamePage, completedPage, completeRegistrationPage } from './complete-registration.page.tsx';
import {
  type CompleteRegistrationNeeds,
  completeRegistration,
  readAskedRegistration,
} from './complete-registration.ts';
import { completeRegistrationWords } from './complete-registration.words.ts';

const desk = {
  policy: deskStaff,
  supportAccess: 'never',
  realm: 'support',
  address: deskTicketAddress(':reference', 'registration'),
} as const;

export const completeRegistrationRoutes = (needs: CompleteRegistrationNeeds): Route[] => [
  route({ ...desk, method: 'GET' }, async (request, reply) => {
    const words = wordsIn(completeRegistrationWords, request.language);
    const asked = await readAskedRegistration(needs, request.actor, referenceOf(request));
    if (asked.made) return show(reply, becamePage(asked.ticket.reference, asked.made, words));
    const kept = keptForm(request);
    const form = Object.keys(kept.values).length > 0 ? kept : askedForm(needs.settings, asked);
    return show(reply, completeRegistrationPage(propsOf(asked.ticket, form), words));
  }),
  route({ ...desk, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const words = wordsIn(completeRegistrationWords, request.language);
    const { ticket, made } = await readAskedRegistration(needs, request.actor, referenceOf(request));
    if (made) return show(reply, becamePage(ticket.reference, made, words));
    const form = readPosted(completeRegistrationForm(words), request);
    if (!form.valid) return show(reply, completeRegistrationPage(propsOf(ticket, form), words), 422);
    const { reference } = ticket;
    const typed = { ...form.values, reference, note: words.note };
    const result = await completeRegistration(needs, request.actor, typed);
    if (result.outcome === 'registered') return show(reply, completedPage({ reference, ...result }, words));
    if (result.outcome === 'registered-already')
      return show(reply, becamePage(reference, result.made, words));
    const { email, mailbox, ...rest } = form.values;
    const again = filledForm({ ...rest, email: email.typed, mailbox: mailbox.typed });
    const wrong = withError(again, 'code', words.errors.notRegistrable);
    return show(reply, completeRegistrationPage(propsOf(ticket, wrong), words), 422);
  }),
];

const propsOf = ({ reference, state }: Ticket, form: FormState) => ({
  reference,
  isConfirmed: state !== 'held',
  form,
});

/** What was asked already, found by what each question asks for. */
function askedForm(settings: Settings, { ticket, requester }: { ticket: Ticket; requester: Requester }) {
  const { questions } = subjectOf(settings, ticket);
  const answerTo = (type: string) => {
    const question = questions.find((each) => each.type === type);
    return (question && ticket.answers[question.key]) || '';
  };
  return filledForm({
    code: answerTo('organisation-code'),
    fullName: requester.fullName,
    email: requester.email,
    phone: answerTo('phone') || (requester.phone ?? ''),
    mailbox: answerTo('email'),
  });
}
