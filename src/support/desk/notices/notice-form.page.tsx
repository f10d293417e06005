import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  ServiceNotices,
  SummaryList,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deskNoticesAddress } from '../../addresses.ts';
import type { NoticeText } from '../../notices/notice.store.ts';
import { noticePlaces } from '../../notices/notice.ts';
import type { Words } from './notice-list.page.tsx';
import { newNoticeAddress, noticeAddress } from './notices.addresses.ts';
import { longestBody } from './notices.form.ts';
import type { NoticesWords } from './notices.words.ts';

/** The one that is changed; none while a new one is written. */
type Changed = string | undefined;

const actionOf = (changed: Changed) => (changed ? noticeAddress(changed, 'change') : newNoticeAddress);

const backOf = (changed: Changed, words: NoticesWords) => ({
  href: changed ? noticeAddress(changed) : deskNoticesAddress,
  label: words.back,
});

export const noticeFormPage = (form: FormState, changed: Changed, words: NoticesWords): Page => {
  const title = changed ? words.form.changeTitle : words.form.publishTitle;
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: backOf(changed, words),
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <Form action={actionOf(changed)}>
          <Fields form={form} words={words} />
          <Button>{words.form.preview}</Button>
        </Form>
      </>
    ),
  };
};

const Fields = ({ form, words }: { form: FormState; words: NoticesWords }) => (
  <>
    <TextInput {...fieldOf(form, 'title')} label={words.form.title} hint={words.form.titleHint} />
    <TextArea {...fieldOf(form, 'body')} label={words.form.body} maximum={longestBody} />
    <Checkboxes
      {...fieldOf(form, 'places')}
      label={words.form.places}
      options={noticePlaces.map((value) => ({ value, label: words.places[value] }))}
    />
    <DateInput form={form} name="endsOn" label={words.form.endsOn} hint={words.form.endsOnHint} />
    <TextInput
      {...fieldOf(form, 'endsAt')}
      label={words.form.endsAt}
      hint={words.form.endsAtHint}
      width={5}
    />
  </>
);

interface CheckProps {
  text: NoticeText;
  typed: Readonly<Record<string, string>>;
  changed: Changed;
  timeZone: string;
}

/** What goes to everybody is looked at once more, as they will see it. */
export const checkNoticePage = ({ text, typed, changed, timeZone }: CheckProps, words: Words): Page => {
  const { check, places, untilEnded } = words.notices;
  const title = changed ? check.changeTitle : check.publishTitle;
  return {
    title,
    back: backOf(changed, words.notices),
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{check.looks}</Paragraph>
        <ServiceNotices notices={[{ id: 'preview', title: text.title, body: text.body }]} />
        <SummaryList
          rows={[
            { key: check.where, value: text.places.map((place) => places[place]).join(', ') },
            { key: check.ends, value: text.endsAt ? words.desk.moment(text.endsAt, timeZone) : untilEnded },
          ]}
        />
        <Form action={actionOf(changed)}>
          <Typed values={typed} />
          <ButtonGroup>
            <Button name="step" value="confirmed">
              {changed ? check.change : check.publish}
            </Button>
            <Button variant="secondary" name="step" value="edit">
              {check.edit}
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
};

/** What was typed, carried along to the next page; of several choices each is a field. */
export const Typed = ({ values }: { values: Readonly<Record<string, string>> }) =>
  Object.entries(values)
    .filter(([name]) => name !== 'step')
    .flatMap(([name, value]) =>
      severalOf(name, value).map((one) => <input type="hidden" name={name} value={one} key={name + one} />),
    );

const severalOf = (name: string, value: string): string[] =>
  ['places', 'after'].includes(name) ? value.split('\n') : [value];
