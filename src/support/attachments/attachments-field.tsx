import { wordsIn } from '../../kernel/words.ts';
import { Button, errorFor, FileInput, type FormState, useVisit } from '../../ui/index.ts';
import { attachmentsWords } from './attachments.words.ts';
import type { FormFiles } from './form-files.ts';
import { acceptedKinds } from './kinds.ts';
import { filesField } from './uploads.ts';

interface AttachmentsFieldProps {
  /** The errors of `readFormFiles` among those of the rest. */
  form: FormState;
  files: FormFiles;
  limits: { atMost: number; megabytes: number };
}

/** Files for a message, with those that the form already has. Its form must be multipart. */
export function AttachmentsField({ form, files, limits }: AttachmentsFieldProps) {
  const words = wordsIn(attachmentsWords, useVisit().language);
  if (limits.atMost === 0) return null;
  return (
    <>
      <KeptFiles files={files} />
      <FileInput
        name={filesField}
        label={words.label}
        hint={words.hint(limits)}
        error={errorFor(form, filesField)}
        accept={acceptedKinds}
        many={limits.atMost > 1}
      />
    </>
  );
}

function KeptFiles({ files: { files } }: { files: FormFiles }) {
  const words = wordsIn(attachmentsWords, useVisit().language);
  if (files.length === 0) return null;
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{words.kept}</legend>
      <EnterSends label={words.send} />
      <ul className="nhsuk-list gh-kept-files">
        {files.map(({ id, name, size, token }) => (
          <li key={id}>
            <input type="hidden" name="kept-files" value={token} />
            {name} ({words.list.size(size)}){' '}
            <Button variant="secondary" small name="remove-file" value={id}>
              {words.remove(name)}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** A browser presses the first button of a form when somebody presses Enter: that must not be one that removes a file. */
const EnterSends = ({ label }: { label: string }) => (
  <button type="submit" className="nhsuk-u-visually-hidden" tabIndex={-1} aria-hidden="true">
    {label}
  </button>
);
