import { z } from 'zod';
import { manyOf } from '../../../ui/index.ts';
import type { TeamsWords } from './teams.words.ts';

export const teamForm = ({ form }: TeamsWords) =>
  z.object({
    name: z.string().trim().min(1, form.nameEmpty).max(80, form.nameLong),
    members: manyOf(z.array(z.string()).max(1000)),
  });
