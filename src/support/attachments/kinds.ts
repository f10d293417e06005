import type { Caution } from './attachment.ts';

export interface Kind {
  extension: string;
  isPicture?: boolean;
  /** Staff look at it first. */
  heldFor?: Extract<Caution, 'macros' | 'old-office'>;
}

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** What is taken, by its content. Everything else is refused. */
const kinds: Readonly<Record<string, Kind>> = {
  'application/pdf': { extension: 'pdf' },
  'image/jpeg': { extension: 'jpg', isPicture: true },
  'image/png': { extension: 'png', isPicture: true },
  'image/apng': { extension: 'png', isPicture: true },
  'image/gif': { extension: 'gif', isPicture: true },
  'image/webp': { extension: 'webp', isPicture: true },
  'image/heic': { extension: 'heic', isPicture: true },
  'image/heif': { extension: 'heic', isPicture: true },
  'text/plain': { extension: 'txt' },
  'text/csv': { extension: 'csv' },
  [`${office}.wordprocessingml.document`]: { extension: 'docx' },
  [`${office}.spreadsheetml.sheet`]: { extension: 'xlsx' },
  [`${office}.presentationml.presentation`]: { extension: 'pptx' },
  [`${open}.text`]: { extension: 'odt' },
  [`${open}.spreadsheet`]: { extension: 'ods' },
  [`${open}.presentation`]: { extension: 'odp' },
  'application/vnd.ms-word.document.macroenabled.12': { extension: 'docm', heldFor: 'macros' },
  'application/vnd.ms-excel.sheet.macroenabled.12': { extension: 'xlsm', heldFor: 'macros' },
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': { extension: 'pptm', heldFor: 'macros' },
  'application/x-cfb': { extension: 'doc', heldFor: 'old-office' },
  'application/rtf': { extension: 'rtf', heldFor: 'old-office' },
};

export const kindOf = (mime: string): Kind | undefined =>
  Object.hasOwn(kinds, mime) ? kinds[mime] : undefined;

/** What the browser offers first when somebody chooses. */
export const acceptedKinds =
  '.pdf,.jpg,.jpeg,.png,.gif,.webp,.heic,.heif,.txt,.csv,.docx,.xlsx,.pptx,.odt,.ods,.odp,.doc,.xls,.ppt,.rtf';

/** Older Office files look alike from within; their own endings may stay. */
const oldOffice = ['doc', 'xls', 'ppt'];

export function extensionFor(mime: string, named: string): string {
  const { extension = 'bin' } = kindOf(mime) ?? {};
  return extension === 'doc' && oldOffice.includes(named) ? named : extension;
}
