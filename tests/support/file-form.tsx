import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { assetsFolder, readAssets } from '../../src/composition/assets.ts';
import { serverNeeds } from '../../src/composition/server-needs.ts';
import { decorateVisit } from '../../src/composition/visit.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import { anyone } from '../../src/kernel/policy.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { createServer, type Route, route } from '../../src/platform/http/index.ts';
import { createMetrics } from '../../src/platform/metrics/index.ts';
import type { TicketSubject } from '../../src/platform/settings/support-settings.ts';
import { AttachmentsField } from '../../src/support/attachments/attachments-field.tsx';
import { claimAttachments } from '../../src/support/attachments/claim-attachments.ts';
import { type FormFiles, noFiles, readFormFiles } from '../../src/support/attachments/form-files.ts';
import { ticketUploads } from '../../src/support/attachments/uploads.ts';
import { openTicket } from '../../src/support/tickets/open-ticket.ts';
import { holdRequester } from '../../src/support/tickets/requester.store.ts';
import { type FromRequester, writeMessage } from '../../src/support/tickets/write-message.ts';
import {
  Button,
  ErrorSummary,
  emptyForm,
  Form,
  type FormState,
  fieldOf,
  Heading,
  readPosted,
  show,
  TextInput,
} from '../../src/ui/index.ts';
import type { Portal } from './portal.ts';
import { type Browser, createBrowser } from './portal-browser.ts';

export interface FileForm {
  server: FastifyInstance;
  address: string;
  browser(): Browser;
}

const address = '/words-with-files';

/** The smallest form that takes files, on the product's own server: words, files and a ticket that has them then. */
export async function fileForm(gate: Portal): Promise<FileForm> {
  const { config, log, needs } = gate;
  const options = { ...config, assetsFolder };
  const server = await createServer(serverNeeds(needs, createMetrics(), log), options, routes(gate));
  decorateVisit(server, needs, readAssets());
  onTestFinished(async () => void (await server.close()));
  const host = new URL(config.origin).host;
  return { server, address, browser: () => createBrowser(server, { host }) };
}

const routes = (gate: Portal): Route[] => [
  route({ method: 'GET', address, policy: anyone, supportAccess: 'never' }, async (_request, reply) =>
    showForm(gate, reply, emptyForm, noFiles),
  ),
  route(
    {
      method: 'POST',
      address,
      policy: anyone,
      supportAccess: 'never',
      staleForm: 'shown-again',
      uploads: ticketUploads(gate.needs),
    },
    (request, reply) => send(gate, request, reply),
  ),
];

const wordsForm = z.object({ words: z.string().trim().min(1, 'Write something').max(200, 'Write less') });

async function send(gate: Portal, request: FastifyRequest, reply: FastifyReply) {
  const form = readPosted(wordsForm, request);
  const files = await readFormFiles(gate.needs, request);
  if (files.isRemoval) return showForm(gate, reply, { values: {}, errors: [] }, files);
  if (!form.valid || files.errors.length > 0) {
    const errors = [...(form.valid ? [] : form.errors), ...files.errors];
    return showForm(gate, reply, { values: form.valid ? { ...form.values } : form.values, errors }, files);
  }
  const reference = await ticketWith(gate, form.values.words, files.files);
  return reply.redirect(`/tickets/${reference}`, 303);
}

const showForm = ({ settings }: Portal, reply: FastifyReply, form: FormState, files: FormFiles) =>
  show(
    reply,
    {
      title: 'Words with files',
      hasErrors: form.errors.length > 0,
      body: (
        <>
          <ErrorSummary errors={form.errors} />
          <Heading>Words with files</Heading>
          <Form action={address} multipart>
            <TextInput {...fieldOf(form, 'words')} label="Words" />
            <AttachmentsField form={form} files={files} limits={settings.tickets.attachments} />
            <Button>Send</Button>
          </Form>
        </>
      ),
    },
    form.errors.length > 0 ? 422 : 200,
  );

/** A ticket of somebody's with these files at its first message. */
export async function ticketWith(
  { clock, needs }: Portal,
  words: string,
  files: FormFiles['files'],
  email = 'amara.okafor@patient.example',
): Promise<string> {
  const typed = readEmailAddress(email);
  const subject = needs.settings.tickets.subjects.find(({ key }) => key === 'other') as TicketSubject;
  if (!typed) throw new Error(email);
  return inTransaction(needs.database, async (tx) => {
    const newcomer = { address: typed, fullName: 'Amara Okafor', language: 'en', now: clock.now() } as const;
    const requester = await holdRequester(tx, needs.ids, newcomer);
    const asked = { subject, title: words, requester, channel: 'web', isHeld: false, by: 'anyone' } as const;
    const ticket = await openTicket(needs, tx, asked);
    const message: FromRequester = {
      kind: 'from-requester',
      requesterId: requester.id,
      channel: 'web',
      body: words,
      by: 'anyone',
    };
    const written = await writeMessage(needs, tx, ticket, message);
    await claimAttachments(needs, tx, files, { ticketId: ticket.id, messageId: written.messageId });
    return ticket.reference;
  });
}
