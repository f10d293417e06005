import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show } from '../../../ui/index.ts';
import { deskFileAddress, releaseFileAddress } from '../../addresses.ts';
import { attachmentsWords } from '../../attachments/attachments.words.ts';
import { sendFile } from '../../attachments/send-file.ts';
import { answerTickets, overseeTickets } from '../../policy.ts';
import { deskWords } from '../desk.words.ts';
import { backToTicket } from '../tickets/ticket-route.ts';
import { releaseFileForm } from './release-file.form.ts';
import { releaseFilePage } from './release-file.page.tsx';
import { type ReleaseFileNeeds, releaseFile } from './release-file.ts';
import { releaseFileWords } from './release-file.words.ts';
import { type FileAddress, findDeskFile, viewFile } from './view-file.ts';

export interface DeskFileNeeds extends ReleaseFileNeeds {
  files: FileStore;
}

const desk = { supportAccess: 'never', realm: 'support' } as const;

/** Files of tickets, for staff. */
export const deskFileRoutes = (needs: DeskFileNeeds): Route[] => [
  route(
    { ...desk, method: 'GET', address: deskFileAddress(':reference', ':id'), policy: answerTickets },
    async (request, reply) =>
      sendFile(needs, reply, await viewFile(needs, request.actor, addressOf(request))),
  ),
  route(
    { ...desk, method: 'GET', address: releaseFileAddress(':reference', ':id'), policy: overseeTickets },
    (request, reply) => showRelease(needs, request, reply, keptForm(request)),
  ),
  route(
    {
      ...desk,
      method: 'POST',
      address: releaseFileAddress(':reference', ':id'),
      policy: overseeTickets,
      staleForm: 'shown-again',
    },
    async (request, reply) => {
      const form = readPosted(releaseFileForm(wordsIn(deskWords, request.language)), request);
      if (!form.valid) return showRelease(needs, request, reply, form);
      const address = addressOf(request);
      const { outcome } = await releaseFile(needs, request.actor, { ...address, ...form.values });
      switch (outcome) {
        case 'released':
          return backToTicket(reply, address.reference, 'file-released');
        case 'not-held':
          return showRelease(needs, request, reply, keptForm(request));
      }
    },
  ),
];

async function showRelease(
  needs: DeskFileNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  ask(overseeTickets, request.actor, undefined);
  const { ticket, file } = await findDeskFile(needs.database, request.actor, addressOf(request));
  const words = {
    attachments: wordsIn(attachmentsWords, request.language),
    desk: wordsIn(deskWords, request.language),
    release: wordsIn(releaseFileWords, request.language),
  };
  const page = releaseFilePage({ reference: ticket.reference, file, form }, words);
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const addressOf = (request: FastifyRequest): FileAddress => request.params as FileAddress;
