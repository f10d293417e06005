import { z } from 'zod';

/** The button that was pressed. */
export const decisionForm = z.object({ decision: z.enum(['confirm', 'cancel']) });

/** The file itself comes beside the fields. */
export const uploadForm = z.object({});
