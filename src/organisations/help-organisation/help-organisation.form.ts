import { z } from 'zod';
import { manyOf } from '../../ui/index.ts';
import type { HelpOrganisationWords } from './help-organisation.words.ts';

export const successorForm = ({ errors }: HelpOrganisationWords) =>
  z.object({ code: z.string().trim().min(1, errors.noCode) });

export const peopleForm = ({ errors }: HelpOrganisationWords) =>
  z.object({ people: manyOf(z.array(z.string()).min(1, errors.noPeople)) });
