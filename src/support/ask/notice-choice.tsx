import { type FormState, fieldOf, Radios, type ShownNotice } from '../../ui/index.ts';
import type { AskWords } from './ask.words.ts';

/** Ties what somebody asks to trouble that is known, so that one answer reaches everybody. */
export function NoticeChoice({
  notices,
  form,
  words,
}: {
  notices: readonly ShownNotice[];
  form: FormState;
  words: AskWords;
}) {
  if (notices.length === 0) return null;
  const field = fieldOf(form, 'notice');
  return (
    <Radios
      {...field}
      value={field.value ?? 'none'}
      label={words.form.noticeLabel}
      options={[
        ...notices.map(({ id, title }) => ({ value: id, label: title })),
        { value: 'none', label: words.form.noticeNone },
      ]}
    />
  );
}
