import { z } from 'zod';
import type { DeskWords } from '../desk.words.ts';
import { reasonField } from '../reason-field.ts';

export const actOnAccountForm = (words: DeskWords) => z.object({ reason: reasonField(words) });
