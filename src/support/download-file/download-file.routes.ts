import { loggedIn } from '../../kernel/policy.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { documentsAddress, ticketFileAddress } from '../addresses.ts';
import { sendFile } from '../attachments/send-file.ts';
import { isVisitor } from '../tickets/ticket-reader.ts';
import { type DownloadFileNeeds, downloadFile } from './download-file.ts';

export interface DownloadFileRouteNeeds extends DownloadFileNeeds {
  files: FileStore;
}

export const downloadFileRoutes = (needs: DownloadFileRouteNeeds): Route[] => [
  route(
    {
      method: 'GET',
      address: ticketFileAddress(':reference', ':id'),
      policy: loggedIn,
      admitsToo: (request) => isVisitor(needs, request),
      supportAccess: 'never',
      sessions: 'tickets',
    },
    async (request, reply) => {
      const asked = request.params as { reference: string; id: string };
      const download = await downloadFile(needs, request, asked);
      switch (download.outcome) {
        case 'found':
          return sendFile(needs, reply, download.file);
        case 'not-proven':
          return reply.redirect(documentsAddress(asked.reference), 303);
      }
    },
  ),
];
