import type { ReactNode } from 'react';
import { ErrorSummary, Form, type FormState, Heading, type Page, Paragraph } from '../../ui/index.ts';
import { type UserStep, userAddress } from '../addresses.ts';
import type { PersonHere } from './person-here.ts';

export interface PersonStepProps {
  person: PersonHere;
  form: FormState;
}

interface FrameProps extends PersonStepProps {
  step: UserStep;
  title: string;
  caption?: string;
  before?: ReactNode;
  inside: ReactNode;
  after?: ReactNode;
  cancel: string;
}

/** The page of one step about one person: what it does, the form, and the way back. */
export function personStepPage({ person: { here, member }, form, title, step, ...parts }: FrameProps): Page {
  const back = userAddress(here.organisation.code, member.id);
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading {...(parts.caption && { caption: parts.caption })}>{title}</Heading>
        {parts.before}
        <Form action={userAddress(here.organisation.code, member.id, step)}>{parts.inside}</Form>
        {parts.after}
        <Paragraph>
          <a href={back}>{parts.cancel}</a>
        </Paragraph>
      </>
    ),
  };
}
