import type { ReactNode } from 'react';
import { wordsIn } from '../../kernel/words.ts';
import { Tag, useVisit } from '../../ui/index.ts';
import { type Attachment, reasonOf } from './attachment.ts';
import { type AttachmentsWords, attachmentsWords } from './attachments.words.ts';

interface FileListProps {
  files: readonly Attachment[];
  hrefOf(file: Attachment): string;
  /** Staff read why a file is held or was not scanned. */
  forStaff?: boolean;
  /** For whoever may release held files. */
  releaseHref?(file: Attachment): string;
}

/** The files of a message: what can be opened is a link, of the rest it says why not. */
export function FileList({ files, ...props }: FileListProps) {
  const words = wordsIn(attachmentsWords, useVisit().language);
  if (files.length === 0) return null;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet" aria-label={words.list.heading}>
      {files.map((file) => (
        <li key={file.id}>
          <OneFile {...props} file={file} words={words} />
        </li>
      ))}
    </ul>
  );
}

type OneFileProps = Omit<FileListProps, 'files'> & { file: Attachment; words: AttachmentsWords };

function OneFile({ file, hrefOf, forStaff = false, releaseHref, words }: OneFileProps) {
  const isHeld = file.state === 'held';
  return (
    <>
      {file.state === 'clean' ? <a href={hrefOf(file)}>{file.name}</a> : file.name} (
      {words.list.size(file.size)}) {standing(file, forStaff, words)}
      {isHeld && releaseHref ? <a href={releaseHref(file)}> {words.list.release(file.name)}</a> : null}
    </>
  );
}

function standing(file: Attachment, forStaff: boolean, { list }: AttachmentsWords): ReactNode {
  const reason = reasonOf(file) ?? '';
  const because = forStaff ? list.because[reason] : undefined;
  switch (file.state) {
    case 'clean':
      return because && <Tag colour="yellow">{because}</Tag>;
    case 'waiting':
      return list.waiting;
    case 'held':
      return because ?? list.held;
    case 'refused':
      return [list.refused[reason], forStaff && virusName(file, list)].filter(Boolean).join(' ');
  }
}

function virusName({ because }: Attachment, list: AttachmentsWords['list']): string | undefined {
  const name = /^infected: (.*)$/.exec(because ?? '')?.[1];
  return name && list.infectedWith(name);
}
