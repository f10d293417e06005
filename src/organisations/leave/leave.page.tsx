import {
  Button,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import type { PersonHere } from '../members/person-here.ts';
import type { LeaveWords } from './leave.words.ts';

interface LeavePageProps {
  person: PersonHere;
  form: FormState;
}

export function leavePage({ person: { here, member }, form }: LeavePageProps, words: LeaveWords): Page {
  const title = words.leave.title(member.fullName);
  const back = userAddress(here.organisation.code, member.id);
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <Paragraph>{words.leave.effect(here.practice.name)}</Paragraph>
        <Form action={userAddress(here.organisation.code, member.id, 'leave')}>
          <DateInput
            form={form}
            name="returnsOn"
            label={words.leave.returnsOn}
            hint={words.leave.returnsOnHint}
          />
          <Button>{words.leave.button}</Button>
        </Form>
        <Paragraph>
          <a href={back}>{words.cancel}</a>
        </Paragraph>
      </>
    ),
  };
}

export function backPage({ person: { here, member }, form }: LeavePageProps, words: LeaveWords): Page {
  const title = words.back.title(member.fullName);
  const back = userAddress(here.organisation.code, member.id);
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        {member.returnsOn ? <Paragraph>{words.back.expected(member.returnsOn)}</Paragraph> : null}
        <Paragraph>{words.back.effect}</Paragraph>
        <Form action={userAddress(here.organisation.code, member.id, 'return')}>
          <Button>{words.back.button}</Button>
        </Form>
        <Paragraph>
          <a href={back}>{words.cancel}</a>
        </Paragraph>
      </>
    ),
  };
}
