import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { filledForm, keptForm, readPosted, show, typedValues } from '../../../ui/index.ts';
import { deskNoticesAddress } from '../../addresses.ts';
import type { ServiceNotice } from '../../notices/notice.ts';
import { publishNotices } from '../../policy.ts';
import { deskWords } from '../desk.words.ts';
import { eventsWords } from '../events.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { noticePage } from './notice.page.tsx';
import { checkNoticePage, noticeFormPage } from './notice-form.page.tsx';
import { noticeListPage } from './notice-list.page.tsx';
import { newNoticeAddress, noticeAddress } from './notices.addresses.ts';
import { noticeForm, typedNotice } from './notices.form.ts';
import { noticesWords } from './notices.words.ts';
import { changeNotice, endNotice, type NoticeNeeds, publishNotice } from './publish-notice.ts';
import { type ReadNoticesNeeds, readNoticeList, readNoticePage, readOneNotice } from './read-notices.ts';

export interface NoticeRouteNeeds extends NoticeNeeds, ReadNoticesNeeds {
  settings: Settings;
}

const desk = { policy: publishNotices, supportAccess: 'never', realm: 'support' } as const;
const form = { ...desk, method: 'POST', staleForm: 'shown-again' } as const;

/** What everybody is told of trouble that is known: written, looked at once more, published, changed and ended. */
export const noticesRoutes = (needs: NoticeRouteNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskNoticesAddress }, async (request, reply) => {
    const words = wordsOf(request);
    const { timeZone } = needs.settings.service;
    const notice = readNotice(request.query, words.notices);
    const list = await readNoticeList(needs, request.actor);
    return show(reply, noticeListPage({ ...list, notice, timeZone }, words));
  }),
  route({ ...desk, method: 'GET', address: newNoticeAddress }, async (request, reply) =>
    show(reply, noticeFormPage(keptForm(request), undefined, wordsOf(request).notices)),
  ),
  route({ ...form, address: newNoticeAddress }, (request, reply) =>
    takeNotice(needs, request, reply, undefined),
  ),
  route({ ...desk, method: 'GET', address: noticeAddress(':id') }, async (request, reply) => {
    const words = { ...wordsOf(request), events: wordsIn(eventsWords, request.language) };
    const page = await readNoticePage(needs, request.actor, idOf(request));
    const { timeZone } = needs.settings.service;
    const outcome = readNotice(request.query, words.notices);
    return show(reply, noticePage({ ...page, outcome, timeZone }, words));
  }),
  route({ ...desk, method: 'GET', address: noticeAddress(':id', 'change') }, async (request, reply) => {
    const notice = await readOneNotice(needs, request.actor, idOf(request));
    const typed = request.keptValues ?? typedNotice(notice, needs.settings.service.timeZone);
    return show(reply, noticeFormPage(filledForm(typed), notice.id, wordsOf(request).notices));
  }),
  route({ ...form, address: noticeAddress(':id', 'change') }, async (request, reply) =>
    takeNotice(needs, request, reply, await readOneNotice(needs, request.actor, idOf(request))),
  ),
  route(
    { ...desk, method: 'POST', address: noticeAddress(':id', 'end'), formAt: noticeAddress(':id') },
    async (request, reply) => {
      const { id } = await readOneNotice(needs, request.actor, idOf(request));
      const outcome = await endNotice(needs, request.actor, id);
      return reply.redirect(`${noticeAddress(id)}?done=${outcome}`, 303);
    },
  ),
];

/** Three steps at one address: what was typed is checked, shown as everybody will see it, and then done. */
async function takeNotice(
  needs: NoticeRouteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  changed: ServiceNotice | undefined,
) {
  const words = wordsOf(request);
  const { timeZone } = needs.settings.service;
  const read = readPosted(noticeForm(words.notices, { now: needs.clock.now(), timeZone }), request);
  const typed = typedValues(request.body);
  if (!read.valid) return show(reply, noticeFormPage(read, changed?.id, words.notices), 422);
  if (typed.step === 'edit')
    return show(reply, noticeFormPage(filledForm(typed), changed?.id, words.notices));
  if (typed.step !== 'confirmed') {
    const props = { text: read.values, typed, changed: changed?.id, timeZone };
    return show(reply, checkNoticePage(props, words));
  }
  if (!changed) {
    const id = await publishNotice(needs, request.actor, read.values);
    return reply.redirect(`${noticeAddress(id)}?done=published`, 303);
  }
  const outcome = await changeNotice(needs, request.actor, { id: changed.id, text: read.values });
  return reply.redirect(`${noticeAddress(changed.id)}?done=${outcome}`, 303);
}

const wordsOf = ({ language }: FastifyRequest) => ({
  desk: wordsIn(deskWords, language),
  notices: wordsIn(noticesWords, language),
});

const idOf = ({ params }: FastifyRequest): string => (params as { id: string }).id;
