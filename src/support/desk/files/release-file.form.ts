import { z } from 'zod';
import type { DeskWords } from '../desk.words.ts';
import { reasonField } from '../reason-field.ts';

export const releaseFileForm = (words: DeskWords) => z.object({ reason: reasonField(words) });
