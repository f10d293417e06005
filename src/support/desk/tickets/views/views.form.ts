import { z } from 'zod';
import type { ViewsWords } from './views.words.ts';

export const saveViewForm = ({ problems }: ViewsWords) =>
  z.object({
    name: z.string().trim().min(1, problems.empty).max(80, problems.long),
    shared: z.enum(['', 'own', 'everybody'], problems.shared),
    query: z.string().max(3000),
  });
