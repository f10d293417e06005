import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, show, withError } from '../../ui/index.ts';
import { registerImportAddress, registersAddress } from '../addresses.ts';
import { manageRegisters } from '../policy.ts';
import { importRegisterWords } from './import-register.words.ts';
import { registerImportPage } from './register-import.page.tsx';
import { registersPage } from './registers.page.tsx';
import { findImport, listImports } from './upload.store.ts';
import { type UploadRegisterNeeds, uploadRegister } from './upload-register.ts';

export interface RegistersNeeds extends UploadRegisterNeeds {
  settings: Pick<Settings, 'service'>;
}

const desk = { policy: manageRegisters, supportAccess: 'never', realm: 'support' } as const;
const importsShown = 20;
const refreshEverySeconds = 2;

export const registersRoutes = (needs: RegistersNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: registersAddress }, (request, reply) =>
    showRegisters(needs, request, reply, emptyForm),
  ),
  route({ ...desk, method: 'POST', address: registersAddress, uploads: true }, async (request, reply) => {
    const { file } = request.uploads;
    if (!file || (file.fileName === '' && file.content.length === 0)) {
      const form = withError(emptyForm, 'file', wordsOf(request).desk.noFile);
      return showRegisters(needs, request, reply, form);
    }
    const id = await uploadRegister(needs, request.actor, file);
    return reply.redirect(registerImportAddress(id), 303);
  }),
  route({ ...desk, method: 'GET', address: registerImportAddress(':id') }, async (request, reply) => {
    ask(manageRegisters, request.actor, undefined);
    const { id } = request.params as { id: string };
    const found = isId(id) ? await findImport(needs.database, id) : undefined;
    if (!found) throw new NotFound('register import');
    if (found.state === 'waiting' || found.state === 'running') reply.header('refresh', refreshEverySeconds);
    return show(reply, registerImportPage(found, wordsOf(request)));
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(importRegisterWords, request.language);

async function showRegisters(
  needs: RegistersNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  ask(manageRegisters, request.actor, undefined);
  const imports = await listImports(needs.database, importsShown);
  const { timeZone } = needs.settings.service;
  const page = registersPage({ imports, form, timeZone }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
