import type { SubjectQuestion } from '../../platform/settings/support-settings.ts';
import {
  DateInput,
  EmailInput,
  type FormState,
  fieldOf,
  PhoneInput,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import type { AskWords } from './ask.words.ts';
import { longestText, questionField } from './questions.ts';

interface QuestionFieldProps {
  question: SubjectQuestion;
  form: FormState;
  words: AskWords;
}

/** One question of a subject, as its type is answered best. None is about whoever fills it in, so nothing fills itself. */
export function QuestionField({ question, form, words }: QuestionFieldProps) {
  const { key, hint, required, type, choices = [] } = question;
  const label = required ? question.label : words.form.optional(question.label);
  const field = { ...fieldOf(form, questionField(key)), label, hint };
  switch (type) {
    case 'long-text':
      return <TextArea {...field} maximum={longestText} rows={6} />;
    case 'date':
      return <DateInput form={form} name={field.name} label={label} hint={hint ?? words.form.dateHint} />;
    case 'choice':
      return <Radios {...field} options={choices.map((choice) => ({ value: choice, label: choice }))} />;
    case 'email':
      return <EmailInput {...field} />;
    case 'phone':
      return <PhoneInput {...field} />;
    case 'organisation-code':
      return (
        <TextInput
          {...field}
          hint={hint ?? words.form.codeHint}
          width={10}
          spellCheck={false}
          autoCapitalize="characters"
        />
      );
    case 'text':
      return <TextInput {...field} />;
  }
}
