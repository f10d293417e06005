import type { ReactNode } from 'react';
import { wordsIn } from '../../kernel/words.ts';
import {
  Button,
  Form,
  type FormState,
  fieldOf,
  Heading,
  Paragraph,
  TextArea,
  useVisit,
} from '../../ui/index.ts';
import { claimsWords } from './claims.words.ts';

interface LetterProps {
  action: string;
  text: string;
  madeAt: Date | undefined;
  timeZone: string;
}

export function LetterSection({ action, text, madeAt, timeZone }: LetterProps) {
  const { letter } = wordsIn(claimsWords, useVisit().language);
  return (
    <>
      <Heading level={2}>{letter.title}</Heading>
      <Paragraph>{text}</Paragraph>
      {madeAt ? <Paragraph>{letter.madeAt(madeAt, timeZone)}</Paragraph> : null}
      <Form action={action}>
        <Button variant="secondary">{letter.make}</Button>
      </Form>
    </>
  );
}

export function RefusalSection({ action, form, level }: { action: string; form: FormState; level: 2 | 3 }) {
  const { refusal } = wordsIn(claimsWords, useVisit().language);
  return (
    <>
      <Heading level={level}>{refusal.title}</Heading>
      <Form action={action}>
        <TextArea {...fieldOf(form, 'reason')} label={refusal.reason} hint={refusal.reasonHint} rows={3} />
        <Button variant="warning">{refusal.refuse}</Button>
      </Form>
    </>
  );
}

export const TwoThirds = ({ children }: { children: ReactNode }) => (
  <div className="nhsuk-grid-row">
    <div className="nhsuk-grid-column-two-thirds">{children}</div>
  </div>
);
