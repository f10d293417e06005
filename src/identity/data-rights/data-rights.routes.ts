import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { askForCopy, type DataExportNeeds, openCopy, readCopyState } from './data-export.ts';
import { dataAddress, exportAddress, exportFileAddress } from './data-rights.addresses.ts';
import { dataRightsPage } from './data-rights.page.tsx';
import { dataRightsWords } from './data-rights.words.ts';
import { nameOrganisations } from './name-organisations.ts';
import { readableCopyPage } from './readable-copy.page.tsx';
import { readableCopyWords } from './readable-copy.words.ts';

export interface DataRightsNeeds extends DataExportNeeds {
  settings: Settings;
}

const mine = { policy: loggedIn, supportAccess: 'never' } as const;
/** A stolen session must not carry everything away. */
const confirmed = { ...mine, stepUp: true } as const;

export const dataRightsRoutes = (needs: DataRightsNeeds): Route[] => [
  route({ ...mine, method: 'GET', address: dataAddress }, async (request, reply) => {
    ask(loggedIn, request.actor, undefined);
    const copy = await readCopyState(needs, request.actor);
    const { retention, service } = needs.settings;
    const props = { copy, closedFor: retention.closedAccounts, timeZone: service.timeZone };
    return show(reply, dataRightsPage(props, wordsOf(request)));
  }),
  route({ ...confirmed, method: 'POST', address: exportAddress }, async (request, reply) => {
    await askForCopy(needs, request.actor);
    return reply.redirect(dataAddress, 303);
  }),
  route({ ...confirmed, method: 'GET', address: exportAddress }, async (request, reply) => {
    const copy = await openCopy(needs, request.actor);
    if (!copy) return backToData(reply);
    return show(
      reply,
      readableCopyPage(copy, {
        words: wordsIn(readableCopyWords, request.language),
        timeZone: needs.settings.service.timeZone,
        organisations: await nameOrganisations(needs, copy),
        services: needs.settings.organisations.services,
      }),
    );
  }),
  route({ ...confirmed, method: 'GET', address: exportFileAddress }, async (request, reply) => {
    const copy = await openCopy(needs, request.actor);
    if (!copy) return backToData(reply);
    const fileName = `personal-data-${copy.preparedAt.slice(0, 10)}.json`;
    return reply
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(copy, null, 2)}\n`);
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(dataRightsWords, request.language);

/** There is none, or none any more: the page says so, and how to ask. */
const backToData = (reply: FastifyReply) => reply.redirect(dataAddress, 303);
