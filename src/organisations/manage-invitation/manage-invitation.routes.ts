import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { userAddress, usersAddress } from '../addresses.ts';
import type { Member } from '../members/member.ts';
import { listMemberFacts } from '../members/member-facts.store.ts';
import { addressField } from '../members/person-fields.ts';
import { findPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { changePerson } from '../policy.ts';
import { roleTitle } from '../roles/roles.ts';
import {
  cancelInvitationPage,
  invitationOverPage,
  type ManageInvitationProps,
  manageInvitationPage,
} from './manage-invitation.page.tsx';
import { cancelInvitation, type ManageInvitationNeeds, sendInvitationAgain } from './manage-invitation.ts';
import { type ManageInvitationWords, manageInvitationWords } from './manage-invitation.words.ts';

const mine = {
  policy: changePerson,
  supportAccess: 'never',
  stepUp: true,
  address: userAddress(':code', ':id', 'invitation'),
} as const;

const correctionForm = ({ errors }: ManageInvitationWords) =>
  z.object({ email: addressField(errors), fullName: fullNameField(errors), seen: z.string() });

export const manageInvitationRoutes = (needs: ManageInvitationNeeds): Route[] => [
  route({ ...mine, method: 'GET' }, async (request, reply) => {
    const person = await readPerson(needs, request);
    if (person.member.state !== 'invited') return showOver(request, reply, person.member);
    const { step } = request.query as { step?: unknown };
    if (step === 'cancel') return showCancel(needs, request, reply, person, emptyForm);
    const { email, fullName } = person.member;
    const form = filledForm({ email, fullName, ...request.keptValues });
    return showManage(needs, request, reply, person, { form });
  }),
  route({ ...mine, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const person = await readPerson(needs, request);
    return typedValues(request.body).step === 'cancel'
      ? cancel(needs, request, reply, person)
      : sendAgain(needs, request, reply, person);
  }),
];

async function readPerson(needs: ManageInvitationNeeds, request: FastifyRequest): Promise<PersonHere> {
  const person = await findPersonHere(needs, needs.database, request.actor, addressOf(request));
  ask(changePerson, request.actor, person.of);
  return person;
}

async function cancel(
  needs: ManageInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
) {
  const form = readPosted(z.object({}), request);
  if (!form.valid) return showCancel(needs, request, reply, person, form);
  const result = await cancelInvitation(needs, request.actor, addressOf(request));
  if (result.outcome === 'over') return showOver(request, reply, result.member);
  const { code, id } = addressOf(request);
  return reply.redirect(`${usersAddress(code)}?done=invitation-cancelled&user=${id}`, 303);
}

async function sendAgain(
  needs: ManageInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
) {
  const words = wordsOf(request);
  const read = readPosted(correctionForm(words), request);
  if (!read.valid) return showManage(needs, request, reply, person, { form: read });
  const typed = filledForm(typedValues(request.body));
  const address = addressOf(request);
  const again = (more: Pick<ManageInvitationProps, 'form' | 'concerns'>) =>
    showManage(needs, request, reply, person, more);
  const result = await sendInvitationAgain(needs, request.actor, address, read.values);
  switch (result.outcome) {
    case 'sent':
    case 'corrected': {
      const done = result.outcome === 'sent' ? 'invitation-sent' : 'invitation-corrected';
      return reply.redirect(`${userAddress(address.code, address.id)}?done=${done}`, 303);
    }
    case 'over':
      return showOver(request, reply, result.member);
    case 'check-first': {
      const { concerns, seen } = result;
      return again({ form: filledForm({ ...typed.values, seen }), concerns });
    }
    case 'already-member':
      return again({ form: withError(typed, 'email', words.errors.alreadyMember) });
    case 'roles-not-yours': {
      const titles = result.roles.map((role) => roleTitle(person.of.services, role));
      return again({ form: withError(typed, 'email', words.errors.rolesNotYours(titles)) });
    }
    case 'too-many':
      return again({ form: withError(typed, '', words.errors.tooMany) });
  }
}

async function propsOf(
  needs: ManageInvitationNeeds,
  request: FastifyRequest,
  { here, member }: PersonHere,
  form: FormState,
): Promise<ManageInvitationProps> {
  const facts = await listMemberFacts(needs.database, [member.id]);
  return {
    code: addressOf(request).code,
    organisation: here.organisation.name,
    member,
    invitation: facts.get(member.id)?.invitation ?? null,
    form,
    now: needs.clock.now(),
    timeZone: needs.settings.service.timeZone,
  };
}

async function showManage(
  needs: ManageInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  { form, concerns }: Pick<ManageInvitationProps, 'form' | 'concerns'>,
) {
  const props = await propsOf(needs, request, person, form);
  const page = manageInvitationPage({ ...props, ...(concerns && { concerns }) }, wordsOf(request));
  return show(reply, page, request.method === 'POST' ? 422 : 200);
}

async function showCancel(
  needs: ManageInvitationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  form: FormState,
) {
  const props = await propsOf(needs, request, person, form);
  return show(reply, cancelInvitationPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

function showOver(request: FastifyRequest, reply: FastifyReply, member: Member) {
  const page = invitationOverPage({ code: addressOf(request).code, member }, wordsOf(request));
  return show(reply, page, request.method === 'POST' ? 409 : 410);
}

const addressOf = (request: FastifyRequest) => request.params as PersonAddress;
const wordsOf = ({ language }: FastifyRequest) => wordsIn(manageInvitationWords, language);
