import type { DueWork } from '../../platform/jobs/index.ts';
import { type CheckAttachmentsNeeds, checkAttachmentsWork } from './check-attachments.ts';
import { forgetUploads } from './forget-uploads.ts';

/** What happens to files by itself. */
export const attachmentWorks = (needs: CheckAttachmentsNeeds): DueWork[] => [
  checkAttachmentsWork(needs),
  forgetUploads(needs),
];
