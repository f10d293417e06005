import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { keptForm, readPosted, show } from '../../../ui/index.ts';
import { deskTicketAddress, newDeskTicketAddress } from '../../addresses.ts';
import { deskStaff } from '../../policy.ts';
import { openForCallerForm } from './open-for-caller.form.ts';
import { openForCallerPage } from './open-for-caller.page.tsx';
import { type OpenForCallerNeeds, openForCaller } from './open-for-caller.ts';
import { openForCallerWords } from './open-for-caller.words.ts';

const desk = {
  policy: deskStaff,
  supportAccess: 'never',
  realm: 'support',
  address: newDeskTicketAddress,
} as const;

export function openForCallerRoutes(needs: OpenForCallerNeeds): Route[] {
  const { subjects } = needs.settings.tickets;
  return [
    route({ ...desk, method: 'GET' }, async (request, reply) => {
      ask(deskStaff, request.actor, undefined);
      const words = wordsIn(openForCallerWords, request.language);
      return show(reply, openForCallerPage(keptForm(request), subjects, words));
    }),
    route({ ...desk, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const words = wordsIn(openForCallerWords, request.language);
      const form = readPosted(openForCallerForm(words, subjects), request);
      if (!form.valid) return show(reply, openForCallerPage(form, subjects, words), 422);
      const { name, email, phone, subject, title, body } = form.values;
      const { reference } = await openForCaller(needs, request.actor, {
        fullName: name,
        address: email,
        phone: phone || undefined,
        subjectKey: subject,
        title,
        body,
      });
      return reply.redirect(`${deskTicketAddress(reference, 'check')}?done=opened`, 303);
    }),
  ];
}
