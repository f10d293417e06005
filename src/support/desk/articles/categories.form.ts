import { z } from 'zod';
import type { CategoriesWords } from './categories.words.ts';

const oneLine = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());

export const categoryForm = ({ errors }: CategoriesWords) =>
  z
    .object({
      title: oneLine.pipe(z.string().min(1, errors.titleEmpty).max(120, errors.titleLong)),
      description: oneLine.pipe(z.string().max(300, errors.descriptionLong)),
      position: z
        .string()
        .trim()
        .regex(/^\d{0,6}$/, errors.position),
    })
    .transform(({ position, ...category }) => ({
      ...category,
      position: position === '' ? undefined : Number(position),
    }));
