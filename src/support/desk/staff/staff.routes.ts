import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AdministerNeeds } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show, withError } from '../../../ui/index.ts';
import { administrator } from '../../policy.ts';
import { staffAddress, staffMemberAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { addStaff, type StaffNeeds } from './add-staff.ts';
import { changeRole } from './change-role.ts';
import { endAccess } from './end-access.ts';
import { readStaff, readStaffMember } from './read-staff.ts';
import { resendLink } from './resend-link.ts';
import { changeRoleForm, inviteStaffForm, reasonForm } from './staff.form.ts';
import { staffPage } from './staff.page.tsx';
import { type StaffDone, staffWords } from './staff.words.ts';
import { changeRolePage, inviteStaffPage, reasonPage } from './staff-form.page.tsx';

export type StaffRouteNeeds = StaffNeeds & AdministerNeeds;

const desk = { policy: administrator, supportAccess: 'never', realm: 'support' } as const;
/** What gives or takes staff access asks for a fresh password. */
const safe = { ...desk, stepUp: true } as const;
const posted = { ...safe, method: 'POST', staleForm: 'shown-again' } as const;

export const staffRoutes = (needs: StaffRouteNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: staffAddress }, async (request, reply) => {
    const { timeZone } = needs.settings.service;
    const notice = readNotice(request.query, wordsIn(staffWords, request.language));
    const props = { ...(await readStaff(needs, request.actor)), timeZone, notice };
    return show(reply, staffPage(props, wordsOf(request.language)));
  }),
  ...addRoutes(needs),
  ...roleRoutes(needs),
  ...reasonRoutes(needs, 'end', endAccess),
  ...reasonRoutes(needs, 'resend', resendLink),
];

const addRoutes = (needs: StaffRouteNeeds): Route[] => [
  route({ ...safe, method: 'GET', address: `${staffAddress}/add` }, async (request, reply) => {
    ask(administrator, request.actor, undefined);
    return show(reply, inviteStaffPage(keptForm(request), wordsOf(request.language)));
  }),
  route({ ...posted, address: `${staffAddress}/add` }, async (request, reply) => {
    const words = wordsOf(request.language);
    const form = readPosted(inviteStaffForm(words.staff), request);
    if (!form.valid) return show(reply, inviteStaffPage(form, words), 422);
    const { name, email, role } = form.values;
    const typed = filledForm({ name, email: email.typed, role });
    const refuse = (message: string) =>
      show(reply, inviteStaffPage(withError(typed, 'email', message), words), 422);
    const { outcome } = await addStaff(needs, request.actor, { name, email, role });
    switch (outcome) {
      case 'invited':
      case 'added':
        return backToList(reply, outcome);
      case 'already-staff':
        return refuse(words.staff.invite.alreadyStaff);
      case 'not-active':
        return refuse(words.staff.invite.notActive);
      case 'address-changed':
        return refuse(words.staff.invite.addressChanged);
    }
  }),
];

const roleRoutes = (needs: StaffRouteNeeds): Route[] => {
  const address = staffMemberAddress(':id', 'role');
  const showRole = async (request: FastifyRequest, reply: FastifyReply, form?: FormState) => {
    const member = await readStaffMember(needs, request.actor, idOf(request));
    const shown = form ?? filledForm({ role: member.role, ...request.keptValues });
    const page = changeRolePage(member, shown, wordsOf(request.language));
    return show(reply, page, form ? 422 : 200);
  };
  return [
    route({ ...safe, method: 'GET', address }, (request, reply) => showRole(request, reply)),
    route({ ...posted, address }, async (request, reply) => {
      const form = readPosted(changeRoleForm(wordsOf(request.language).staff), request);
      if (!form.valid) return showRole(request, reply, form);
      const asked = { accountId: idOf(request), role: form.values.role };
      return backToList(reply, (await changeRole(needs, request.actor, asked)).outcome);
    }),
  ];
};

type WithReason = (
  needs: StaffRouteNeeds,
  actor: Actor | undefined,
  asked: { accountId: string; reason: string },
) => Promise<{ outcome: StaffDone }>;

const reasonRoutes = (needs: StaffRouteNeeds, step: 'end' | 'resend', operation: WithReason): Route[] => {
  const address = staffMemberAddress(':id', step);
  const showStep = async (request: FastifyRequest, reply: FastifyReply, form: FormState) => {
    const member = await readStaffMember(needs, request.actor, idOf(request));
    const page = reasonPage(step, member, form, wordsOf(request.language));
    return show(reply, page, form.errors.length > 0 ? 422 : 200);
  };
  return [
    route({ ...safe, method: 'GET', address }, (request, reply) =>
      showStep(request, reply, keptForm(request)),
    ),
    route({ ...posted, address }, async (request, reply) => {
      const form = readPosted(reasonForm(wordsOf(request.language).desk), request);
      if (!form.valid) return showStep(request, reply, form);
      const asked = { accountId: idOf(request), ...form.values };
      return backToList(reply, (await operation(needs, request.actor, asked)).outcome);
    }),
  ];
};

const backToList = (reply: FastifyReply, outcome: StaffDone) =>
  reply.redirect(`${staffAddress}?done=${outcome}`, 303);

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

const wordsOf = (language: Language) => ({
  desk: wordsIn(deskWords, language),
  staff: wordsIn(staffWords, language),
});
