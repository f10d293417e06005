import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, readPosted, show, withError } from '../../ui/index.ts';
import { importPeopleAddress } from '../addresses.ts';
import { addPeople, seePeople } from '../policy.ts';
import { reportFileAddress, templateAddress } from './import-addresses.ts';
import { decisionForm, uploadForm } from './import-people.form.ts';
import { importPeoplePage } from './import-people.page.tsx';
import {
  cancelPeople,
  confirmPeople,
  type ImportAddress,
  type ImportPeopleNeeds,
  uploadPeople,
} from './import-people.ts';
import { importPeopleWords } from './import-people.words.ts';
import { peoplePreviewPage } from './people-preview.page.tsx';
import { peopleProgressPage, peopleReportPage } from './people-report.page.tsx';
import { reportFile } from './report-file.ts';
import { templateFile } from './template.ts';
import { viewImport, viewImports } from './view-import.ts';

const largestFile = 1024 * 1024;
const refreshEverySeconds = 2;

const looking = { policy: seePeople, supportAccess: 'never', method: 'GET' } as const;
const adding = {
  policy: addPeople,
  supportAccess: 'never',
  method: 'POST',
  staleForm: 'shown-again',
} as const;

export const importPeopleRoutes = (needs: ImportPeopleNeeds): Route[] => [
  route({ ...looking, address: importPeopleAddress(':code') }, (request, reply) =>
    showUpload(needs, request, reply, emptyForm),
  ),
  uploadRoute(needs),
  route({ ...looking, address: templateAddress(':code') }, async (request, reply) => {
    const { here, mayGive } = await viewImports(needs, request.actor, codeOf(request));
    const words = wordsOf(request);
    const file = templateFile(here.services, mayGive, words);
    return sendFile(reply, words.template.fileName(here.organisation.code), file);
  }),
  route({ ...looking, address: importPeopleAddress(':code', ':id') }, (request, reply) =>
    showImport(needs, request, reply, emptyForm),
  ),
  decisionRoute(needs),
  route({ ...looking, address: reportFileAddress(':code', ':id') }, async (request, reply) => {
    const shown = await viewImport(needs, request.actor, addressOf(request), 'all-rows');
    const words = wordsOf(request);
    const name = words.report.fileName(shown.here.organisation.code);
    return sendFile(reply, name, reportFile(shown.rows, words));
  }),
];

const uploadRoute = (needs: ImportPeopleNeeds) =>
  route(
    { ...adding, address: importPeopleAddress(':code'), uploads: { atMost: largestFile } },
    async (request, reply) => {
      const words = wordsOf(request);
      const again = (message: string) =>
        showUpload(needs, request, reply, withError(emptyForm, 'file', message));
      const form = readPosted(uploadForm, request);
      if (!form.valid) return showUpload(needs, request, reply, form);
      const { file } = request.uploads;
      if (file?.isTooLarge) return again(words.upload.tooLarge);
      if (!file?.fileName) return again(words.upload.noFile);
      const sent = { ...file, names: words.headings };
      const uploaded = await uploadPeople(needs, request.actor, codeOf(request), sent);
      if (uploaded.outcome === 'unreadable') return again(words.unreadable(uploaded));
      return reply.redirect(importPeopleAddress(codeOf(request), uploaded.id), 303);
    },
  );

const decisionRoute = (needs: ImportPeopleNeeds) =>
  route({ ...adding, address: importPeopleAddress(':code', ':id') }, async (request, reply) => {
    const address = addressOf(request);
    const form = readPosted(decisionForm, request);
    if (!form.valid) return showImport(needs, request, reply, form);
    const decide = form.values.decision === 'confirm' ? confirmPeople : cancelPeople;
    const { outcome } = await decide(needs, request.actor, address);
    switch (outcome) {
      case 'begun':
      case 'not-waiting':
      case 'cancelled':
        return reply.redirect(importPeopleAddress(address.code, address.id), 303);
      case 'not-yours': {
        const { justNotYours } = wordsOf(request).preview;
        return showImport(needs, request, reply, withError(emptyForm, '', justNotYours));
      }
    }
  });

async function showUpload(
  needs: ImportPeopleNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const desk = await viewImports(needs, request.actor, codeOf(request));
  const { organisations, service } = needs.settings;
  const props = { ...desk, form, mostRows: organisations.importRows, timeZone: service.timeZone };
  return show(reply, importPeoplePage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

/** What there is to see of a file: what was found in it, how far it is, or what became of it. */
async function showImport(
  needs: ImportPeopleNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const { page } = request.query as { page?: unknown };
  const number = /^\d{1,4}$/.test(String(page)) ? Number(page) : 1;
  const shown = await viewImport(needs, request.actor, addressOf(request), { page: number });
  const words = wordsOf(request);
  const status = form.errors.length > 0 ? 422 : 200;
  switch (shown.found.state) {
    case 'preview':
      return show(reply, peoplePreviewPage({ shown, actor: request.actor, form }, words), status);
    case 'running':
      reply.header('refresh', refreshEverySeconds);
      return show(reply, peopleProgressPage(shown, words), status);
    case 'done':
    case 'cancelled':
      return show(reply, peopleReportPage(shown, words), status);
  }
}

const sendFile = (reply: FastifyReply, name: string, text: string) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text);

const codeOf = (request: FastifyRequest): string => addressOf(request).code;

/** As they stand in an address. */
function addressOf(request: FastifyRequest): ImportAddress {
  const { code, id = '' } = request.params as { code: string; id?: string };
  return { code: encodeURIComponent(code), id };
}
const wordsOf = (request: FastifyRequest) => wordsIn(importPeopleWords, request.language);
